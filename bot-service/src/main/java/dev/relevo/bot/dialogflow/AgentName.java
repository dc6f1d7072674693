package dev.relevo.bot.dialogflow;

import java.util.Optional;
import java.util.regex.Pattern;

/// Which agent. Its location is chosen when it is made, never changes, and says where it is called.
///
/// @param location `us-central1`, `europe-west1`, … or `global`
/// @param agent its UUID
/// @param environment empty: the draft
public record AgentName(
    String project, String location, String agent, Optional<String> environment) {

  private static final Pattern PROJECT = Pattern.compile("[a-z0-9][a-z0-9.:-]{1,98}");
  private static final Pattern LOCATION = Pattern.compile("[a-z][a-z0-9-]{1,40}");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,100}");
  private static final Pattern FULL =
      Pattern.compile(
          "projects/([^/]+)/locations/([^/]+)/agents/([^/]+)(?:/environments/([^/]+))?");

  /// Fails for what cannot be one: a location becomes part of a host's name.
  public AgentName {
    require(PROJECT, "project", project);
    require(LOCATION, "location", location);
    require(ID, "agent", agent);
    environment.ifPresent(it -> require(ID, "environment", it));
  }

  /// The agent a full name names, as Dialogflow's console copies it; fails for anything else.
  public static AgentName of(String full) {
    var parts = FULL.matcher(full.strip());
    if (!parts.matches()) {
      throw new IllegalArgumentException("agent is not one of Dialogflow's: " + full);
    }
    return new AgentName(
        parts.group(1), parts.group(2), parts.group(3), Optional.ofNullable(parts.group(4)));
  }

  /// `projects/…/locations/…/agents/…`, with the environment if there is one.
  public String full() {
    return "projects/%s/locations/%s/agents/%s".formatted(project, location, agent)
        + environment.map(it -> "/environments/" + it).orElse("");
  }

  String session(String id) {
    return full() + "/sessions/" + id;
  }

  /// Where it is called; another location's endpoint does not know it.
  String endpoint() {
    var host = "dialogflow.googleapis.com:443";
    return location.equals("global") ? host : location + "-" + host;
  }

  private static void require(Pattern pattern, String what, String text) {
    if (!pattern.matcher(text).matches()) {
      throw new IllegalArgumentException(what + " is not one of Dialogflow's: " + text);
    }
  }
}
