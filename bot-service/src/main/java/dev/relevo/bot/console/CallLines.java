package dev.relevo.bot.console;

import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.dialogflow.AgentCall;
import dev.relevo.bot.dialogflow.AgentLog;
import dev.relevo.bot.responder.Decision;
import dev.relevo.bot.spend.Call;
import dev.relevo.bot.spend.Calls;
import dev.relevo.bot.spend.Note;
import dev.relevo.crm.conversation.MessageId;
import dev.relevo.crm.workspace.Workspaces;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Calls of models and agents in a member's words; the same for a customer's message and for a
/// question that was tried out. Shown by `console/calls`.
@Component
public class CallLines {

  private static final String ANSWERING = "ANSWER";

  private final Calls calls;
  private final AgentLog agents;
  private final Workspaces workspaces;
  private final Words words;

  CallLines(Calls calls, AgentLog agents, Workspaces workspaces, Words words) {
    this.calls = calls;
    this.agents = agents;
    this.workspaces = workspaces;
    this.words = words;
  }

  /// What was asked to answer a customer's message.
  public List<CallLine> answering(SignedIn me, MessageId message) {
    var ofModels =
        calls.of(me.workspace(), message).stream()
            .filter(it -> it.purpose().equals(ANSWERING))
            .map(it -> line(me, it));
    var ofAgents = agents.of(me.workspace(), message).stream().map(it -> line(me, it));
    return Stream.concat(ofModels, ofAgents).toList();
  }

  /// These calls, as far as they are on record.
  public List<CallLine> of(SignedIn me, List<Decision.Call> made) {
    return made.stream().flatMap(it -> line(me, it).stream()).toList();
  }

  private Optional<CallLine> line(SignedIn me, Decision.Call made) {
    return switch (made.of()) {
      case MATRIX -> Optional.empty();
      case MODEL -> calls.find(me.workspace(), made.number()).map(it -> line(me, it));
      case DIALOGFLOW -> agents.find(me.workspace(), made.number()).map(it -> line(me, it));
    };
  }

  private CallLine line(SignedIn me, AgentCall call) {
    return new CallLine(
        call.id(),
        true,
        at(me, call.at()),
        words.say(me, call.trial() ? "call.purpose.TRIAL" : "call.purpose.ANSWER"),
        call.agent(),
        new CallLine.Taken("", "", "", seconds(call.took(), me.language().locale()), ""),
        words.say(me, "call.state." + call.state().name()),
        call.state() == AgentCall.State.FAILED,
        agents.trouble(call, me.language()).orElse(""),
        "",
        call.input().map(it -> new CallLine.Part("said", it)).stream().toList(),
        "",
        call.answer().map(SentText::indented).orElse(""),
        List.of(),
        call.input().isEmpty());
  }

  private CallLine line(SignedIn me, Call call) {
    var sent = call.request().map(SentText::of);
    return new CallLine(
        call.id(),
        false,
        at(me, call.at()),
        words.sayOr(me, "call.purpose." + call.purpose(), call.purpose()),
        call.model(),
        taken(me, call),
        words.say(me, "call.state." + call.state().name()),
        call.state() == Call.State.FAILED,
        call.fault().map(it -> words.sayOr(me, "call.fault." + it, it)).orElse(""),
        call.note().map(it -> outcome(me, it)).orElse(""),
        sent.map(SentText::parts).orElse(List.of()),
        sent.map(SentText::frame).orElse(""),
        call.answer().map(SentText::indented).orElse(""),
        call.steps().stream()
            .map(it -> new CallLine.Step(it.name(), SentText.indented(it.arguments())))
            .toList(),
        call.request().isEmpty());
  }

  private CallLine.Taken taken(SignedIn me, Call call) {
    var locale = me.language().locale();
    return new CallLine.Taken(
        String.format(locale, "%,d", call.promptTokens()),
        String.format(locale, "%,d", call.answerTokens()),
        Money.shown(call.micros(), locale),
        seconds(call.latency(), locale),
        seconds(call.firstToken(), locale));
  }

  private String at(SignedIn me, Instant at) {
    var zone = workspaces.find(me.workspace()).zone();
    return DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss", me.language().locale())
        .format(at.atZone(zone));
  }

  /// `HANDOFF misses`: the first word is known, what follows is a detail.
  private String outcome(SignedIn me, Note note) {
    var word = note.outcome().split(" ", 2);
    var known = words.sayOr(me, "call.outcome." + word[0].toLowerCase(Locale.ROOT), word[0]);
    return word.length < 2 ? known : known + " · " + words.sayOr(me, "reason." + word[1], word[1]);
  }

  private static String seconds(Optional<Duration> time, Locale locale) {
    return time.map(it -> String.format(locale, "%.2f s", it.toMillis() / 1_000.0)).orElse("");
  }
}
