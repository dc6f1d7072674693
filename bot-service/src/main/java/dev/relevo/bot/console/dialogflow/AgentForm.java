package dev.relevo.bot.console.dialogflow;

import dev.relevo.bot.dialogflow.AgentConnections;
import dev.relevo.bot.dialogflow.AgentName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An agent's connection as it is entered, without its key.
///
/// @param agent its UUID, or its full name as Dialogflow's console copies it: then project,
///   location and environment may be left empty
/// @param language a code of Dialogflow's; empty: the customer's
record AgentForm(
    String project, String location, String agent, String environment, String language) {

  static final AgentForm EMPTY = new AgentForm("", "", "", "", "");

  static AgentForm of(AgentConnections.State state) {
    var it = state.agent();
    return new AgentForm(
        it.project(),
        it.location(),
        it.agent(),
        it.environment().orElse(""),
        state.language().orElse(""));
  }

  /// The fields that hold what they cannot.
  List<String> mistakes() {
    var wrong = new ArrayList<String>();
    if (isWhole()) {
      note(wrong, "agent", () -> AgentName.of(agent));
    } else {
      note(wrong, "project", () -> named(project, "global", "agent", Optional.empty()));
      note(wrong, "location", () -> named("project", location, "agent", Optional.empty()));
      note(wrong, "agent", () -> named("project", "global", agent, Optional.empty()));
      note(wrong, "environment", () -> named("project", "global", "agent", environmentGiven()));
    }
    if (!language.isEmpty() && !language.matches("[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8}){0,2}")) {
      wrong.add("language");
    }
    return wrong;
  }

  /// The agent; fails while there are mistakes.
  AgentName name() {
    return isWhole() ? AgentName.of(agent) : named(project, location, agent, environmentGiven());
  }

  private boolean isWhole() {
    return agent.contains("/");
  }

  private Optional<String> environmentGiven() {
    return Optional.of(environment).filter(it -> !it.isEmpty());
  }

  private static AgentName named(
      String project, String location, String agent, Optional<String> environment) {
    return new AgentName(project, location, agent, environment);
  }

  private static void note(List<String> wrong, String field, Runnable reading) {
    try {
      reading.run();
    } catch (IllegalArgumentException cannotBe) {
      wrong.add(field);
    }
  }
}
