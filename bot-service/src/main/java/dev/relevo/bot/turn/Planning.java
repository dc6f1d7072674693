package dev.relevo.bot.turn;

import dev.relevo.bot.responder.Outcome;
import dev.relevo.bot.responder.PlainSummary;
import dev.relevo.bot.responder.Responders;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Grounds;
import dev.relevo.crm.conversation.ThreadState;
import dev.relevo.crm.desk.CrmAction;
import dev.relevo.crm.team.Members;
import dev.relevo.crm.workspace.Guards;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.Wording;
import dev.relevo.crm.workspace.Workspace;
import dev.relevo.crm.workspace.Workspaces;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;

/// Makes an outcome into what is done, by the rules of abstaining, of the guards and of handing
/// over.
@Component
class Planning {

  private final Workspaces workspaces;
  private final Members members;
  private final Responders responders;

  Planning(Workspaces workspaces, Members members, Responders responders) {
    this.workspaces = workspaces;
    this.members = members;
    this.responders = responders;
  }

  /// @param thread as it is now, locked
  Plan plan(Thought thought, ThreadState thread, Doings doings) {
    if (!thread.botHasFloor() || thread.epoch() != thought.turn().epoch()) {
      return new Plan.Stay("SILENCE floor changed");
    }
    var workspace = workspaces.find(thread.workspace());
    var plan = plain(thought, thread, workspace);
    if (plan instanceof Plan.Speak speak && !speak.handsOver()) {
      return doings
          .exceeded(workspace.guards(), speak.fingerprint())
          .or(() -> anotherBot(thought, doings, workspace.guards()))
          .<Plan>map(guard -> handOff(thought, workspace, "guard", guard))
          .orElse(plan);
    }
    return plan;
  }

  /// Two machines that answer each other do not end by themselves.
  private static Optional<String> anotherBot(Thought thought, Doings doings, Guards guards) {
    if (doings.instantAnswers(thought.turn().receivedAt()) >= guards.quickAnswers()) {
      return Optional.of("answers at once, again and again");
    }
    return thought.repetitions() >= guards.sameWords()
        ? Optional.of("the same words again and again")
        : Optional.empty();
  }

  private Plan plain(Thought thought, ThreadState thread, Workspace workspace) {
    return switch (thought.outcome()) {
      case Outcome.Reply reply ->
          speak(
              "REPLY",
              reply.contents(),
              reply.later(),
              reply.grounds(),
              reply.actions(),
              OptionalInt.of(0));
      case Outcome.Offer(var choice, var grounds, var actions) ->
          speak("OFFER", List.of(choice), List.of(), grounds, actions, OptionalInt.of(0));
      case Outcome.Fallback(var grounds, var actions) when thread.misses() == 0 ->
          speak(
              "FALLBACK",
              List.of(responders.fallback(workspace.id(), thought.language())),
              List.of(),
              grounds,
              actions,
              OptionalInt.of(1));
      case Outcome.Fallback(var grounds, var actions) ->
          handOff(
              thought,
              workspace,
              new Outcome.Handoff(
                  List.of(),
                  "misses",
                  Notes.misses(workspace.language(), thought.words()),
                  Optional.empty(),
                  actions,
                  Optional.of(grounds)));
      case Outcome.Handoff handoff -> handOff(thought, workspace, handoff);
      case Outcome.Silence(var why) -> new Plan.Stay("SILENCE " + why);
      case Outcome.Failure(var what, var worthRetrying) ->
          worthRetrying && thought.turn().attempts() + 1 < workspace.guards().attempts()
              ? new Plan.Again("FAILURE " + what)
              : handOff(thought, workspace, "failure", what);
    };
  }

  private static Plan speak(
      String word,
      List<Content> contents,
      List<Outcome.Later> later,
      Grounds grounds,
      List<CrmAction> actions,
      OptionalInt misses) {
    var fingerprint =
        grounds.row().isEmpty()
            ? word + " " + Integer.toHexString(contents.hashCode())
            : word + " row " + grounds.row();
    return new Plan.Speak(
        word, contents, later, Optional.of(grounds), actions, false, misses, fingerprint);
  }

  private Plan handOff(Thought thought, Workspace workspace, String reason, String detail) {
    return handOff(
        thought,
        workspace,
        new Outcome.Handoff(
            List.of(),
            reason,
            Notes.handOff(workspace.language(), reason, detail, thought.words()),
            Optional.empty(),
            List.of(),
            Optional.of(
                new Grounds("handoff", "", 0, 0, 0, List.of(), List.of(reason + ": " + detail)))));
  }

  /// The words first, never withdrawn; then what the row asks for; then the floor.
  private Plan handOff(Thought thought, Workspace workspace, Outcome.Handoff handoff) {
    return new Plan.Speak(
        "HANDOFF " + handoff.reason(),
        said(handoff.contents(), workspace, handoff.language().orElse(thought.language())),
        List.of(),
        handoff.grounds(),
        handingOver(handoff, note(thought, workspace, handoff.summary())),
        true,
        OptionalInt.of(0),
        "HANDOFF");
  }

  /// Where the responder says when the bot is paused, it is then; else in the end.
  private static List<CrmAction> handingOver(Outcome.Handoff handoff, String note) {
    var pause = new CrmAction.PauseBot(handoff.reason(), note, handoff.team());
    var actions = new ArrayList<CrmAction>();
    for (var action : handoff.actions()) {
      actions.add(
          action instanceof CrmAction.PauseBot it
              ? new CrmAction.PauseBot(it.reason(), note, it.team(), it.time())
              : action);
    }
    if (actions.stream().noneMatch(CrmAction.PauseBot.class::isInstance)) {
      actions.add(pause);
    }
    return actions;
  }

  /// The one note for whoever takes over: a summary, then the reason. No model is asked here, where
  /// the thread is locked; without one the summary is the plain one.
  private static String note(Thought thought, Workspace workspace, String reason) {
    return thought
        .summary()
        .map(it -> Notes.summedUp(workspace.language(), it))
        .or(() -> PlainSummary.before(thought.transcript(), workspace.language()))
        .map(it -> it + "\n\n" + reason)
        .orElse(reason);
  }

  /// One message: the row's own words, else the workspace's. When nobody is there the customer is
  /// told so in either case.
  private List<Content> said(List<Content> own, Workspace workspace, Language language) {
    var present = members.someoneIsThere(workspace.id());
    if (own.isEmpty() || !present) {
      var wording = present ? Wording.HANDOFF_SOMEONE_THERE : Wording.HANDOFF_NOBODY_THERE;
      return joined(own, workspaces.text(workspace.id(), wording, language));
    }
    return own;
  }

  private static List<Content> joined(List<Content> own, String words) {
    var said = new ArrayList<>(own);
    for (int i = 0; i < said.size(); i++) {
      if (said.get(i) instanceof Content.Text(var body)) {
        said.set(i, new Content.Text(body + "\n\n" + words));
        return said;
      }
      if (said.get(i) instanceof Content.Choice(var body, var options)) {
        said.set(i, new Content.Choice(body + "\n\n" + words, options));
        return said;
      }
    }
    said.add(new Content.Text(words));
    return said;
  }
}
