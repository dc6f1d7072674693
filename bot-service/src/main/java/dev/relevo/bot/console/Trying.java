package dev.relevo.bot.console;

import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.assistant.Assistant;
import dev.relevo.bot.assistant.Engine;
import dev.relevo.bot.pace.Deadline;
import dev.relevo.bot.responder.Outcome;
import dev.relevo.bot.responder.Responders;
import dev.relevo.bot.responder.Trial;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Grounds;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.Workspaces;
import dev.relevo.knowledge.retriever.Explanation;
import dev.relevo.knowledge.retriever.Hit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// A question tried out, ready to be shown.
@Component
public class Trying {

  private final Responders responders;
  private final Workspaces workspaces;
  private final CallLines calls;
  private final Words words;

  Trying(Responders responders, Workspaces workspaces, CallLines calls, Words words) {
    this.responders = responders;
    this.workspaces = workspaces;
    this.calls = calls;
    this.words = words;
  }

  /// What the page shows.
  ///
  /// @param decision one sentence
  /// @param kind `reply`, `offer`, `handoff`, `fallback` or `silence`
  /// @param calls of models and agents that were made for it
  /// @param cited what a model's words stand on
  public record Tried(
      String decision,
      String kind,
      List<Bubble> says,
      List<Candidate> candidates,
      String threshold,
      String normalized,
      List<String> reasons,
      List<Cited> cited,
      List<CallLine> calls) {}

  /// Something that would be sent.
  public record Bubble(String body, List<String> options) {}

  /// A row that was looked at.
  public record Candidate(
      String row, String question, String phrase, String score, double value, boolean reached) {}

  /// With the workspace's general assistant.
  public Tried question(SignedIn me, Responders.Matter matter, String text, Language language) {
    return shown(me, responders.tryOut(me.workspace(), matter, text, language));
  }

  /// With one of them, from what is published, within a turn's time.
  public Tried question(SignedIn me, Assistant assistant, String text, Language language) {
    var time = workspaces.find(me.workspace()).guards().turnDeadline();
    return shown(
        me,
        responders.tryOut(
            assistant, Responders.Matter.PUBLISHED, text, language, Deadline.in(time)));
  }

  private Tried shown(SignedIn me, Trial trial) {
    var why = trial.why();
    var threshold = why.map(Explanation::threshold).orElse(0.0);
    return new Tried(
        decision(me, trial),
        trial.kind(),
        trial.says().stream().map(Trying::bubble).toList(),
        why.map(Explanation::candidates).orElse(List.of()).stream()
            .limit(5)
            .map(it -> candidate(me, it, threshold))
            .toList(),
        why.map(it -> decimal(me, it.threshold())).orElse(""),
        why.map(Explanation::normalized).orElse(""),
        trial
            .grounds()
            .map(Grounds::reasons)
            .or(() -> why.map(Explanation::reasons))
            .orElse(List.of())
            .stream()
            .map(it -> words.remark(me, it))
            .toList(),
        trial.grounds().map(Grounds::citations).orElse(List.of()).stream().map(Cited::of).toList(),
        calls.of(me, trial.decision().calls()));
  }

  private String decision(SignedIn me, Trial trial) {
    return switch (trial.outcome()) {
      case Outcome.Reply it when it.grounds().row().isBlank() ->
          words.say(me, isAnAgents(trial) ? "try.reply.agent" : "try.reply.model");
      case Outcome.Reply it -> words.say(me, "try.reply", it.grounds().row());
      case Outcome.Offer it -> words.say(me, "try.offer", it.choice().options().size());
      case Outcome.Handoff it ->
          it.grounds()
              .filter(grounds -> !grounds.row().isBlank())
              .map(grounds -> words.say(me, "try.handoff.row", grounds.row()))
              .orElseGet(() -> words.say(me, "try.handoff"));
      case Outcome.Fallback _ -> words.say(me, "try.fallback");
      case Outcome.Silence _, Outcome.Failure _ -> words.say(me, "try.silence");
    };
  }

  private static boolean isAnAgents(Trial trial) {
    return trial.decision().calls().stream().anyMatch(it -> it.of() == Engine.DIALOGFLOW);
  }

  private static Bubble bubble(Content content) {
    return switch (content) {
      case Content.Text it -> new Bubble(it.body(), List.of());
      case Content.Choice it ->
          new Bubble(it.body(), it.options().stream().map(Content.Option::label).toList());
      case Content.Media it ->
          new Bubble((it.caption() + " " + it.link().orElse(it.name())).strip(), List.of());
      case Content.Template it -> new Bubble(it.name(), it.parameters());
      case Content.Picked it -> new Bubble(it.label(), List.of());
      case Content.Place it -> new Bubble(it.name(), List.of());
      case Content.Cards _,
          Content.Reaction _,
          Content.Order _,
          Content.Form _,
          Content.Notice _,
          Content.Unsupported _ ->
          new Bubble("…", List.of());
    };
  }

  private static Candidate candidate(SignedIn me, Hit hit, double threshold) {
    return new Candidate(
        hit.row().id().value(),
        hit.row().question(),
        hit.phrase(),
        decimal(me, hit.score()),
        hit.score(),
        hit.score() >= threshold);
  }

  private static String decimal(SignedIn me, double number) {
    return String.format(me.language().locale(), "%.2f", number);
  }

  /// A question worth trying; empty for none, or more than 1000 characters.
  public static Optional<String> text(String question) {
    return Optional.of(question.strip()).filter(it -> !it.isEmpty() && it.length() <= 1_000);
  }
}
