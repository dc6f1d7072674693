package dev.relevo.bot.responder.dialogflow;

import com.google.cloud.dialogflow.cx.v3.QueryResult;
import dev.relevo.bot.assistant.Engine;
import dev.relevo.bot.dialogflow.Exchange;
import dev.relevo.bot.responder.Asking;
import dev.relevo.bot.responder.Decision;
import dev.relevo.bot.responder.Filling;
import dev.relevo.bot.responder.Outcome;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Grounds;
import dev.relevo.crm.desk.CrmAction;
import dev.relevo.crm.team.Member;
import dev.relevo.crm.team.MemberId;
import dev.relevo.crm.team.Members;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.Wording;
import dev.relevo.crm.workspace.WorkspaceId;
import dev.relevo.crm.workspace.Workspaces;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What an agent's answer comes to.
@Component
final class AgentOutcomes {

  private final Members members;
  private final Workspaces workspaces;
  private final Filling filling;
  private final MannerSettings manner;

  AgentOutcomes(Members members, Workspaces workspaces, Filling filling, MannerSettings manner) {
    this.members = members;
    this.workspaces = workspaces;
    this.filling = filling;
    this.manner = manner;
  }

  /// @param words what the customer said
  Decision of(Asking asking, Decision soFar, Exchange.Answered answered, String words) {
    var calls = made(answered.call());
    var result = answered.result();
    var gathered = new AnswerReader(circumstances(asking)).read(result);
    if (answered.misses() >= manner.misses()) {
      var summary = Summaries.misses(house(asking), answered.misses(), words);
      return soFar.with(handOff("misses", List.of(), summary, result, gathered), calls);
    }
    return gathered
        .call()
        .<Outcome>map(it ->
            handOff(
                "agent",
                gathered.contents(),
                Summaries.handOff(house(asking), it, result, words),
                result,
                gathered))
        .or(() -> reply(result, gathered))
        .map(it -> soFar.with(it, calls))
        .orElseGet(() -> without(soFar, "said nothing", calls));
  }

  /// It stays at what was decided, and why the agent is not in it is noted.
  Decision without(Decision soFar, String why, List<Decision.Call> calls) {
    return soFar.outcome() instanceof Outcome.Fallback(var grounds, var actions)
        ? soFar.with(new Outcome.Fallback(noted(grounds, "Dialogflow " + why), actions), calls)
        : soFar.with(soFar.outcome(), calls);
  }

  static List<Decision.Call> made(long call) {
    return List.of(new Decision.Call(Engine.DIALOGFLOW, call));
  }

  private static Optional<Outcome> reply(QueryResult result, Gathered gathered) {
    if (!gathered.contents().isEmpty() || !gathered.actions().isEmpty()) {
      return Optional.of(
          new Outcome.Reply(
              gathered.contents(), grounds("reply", result, gathered), gathered.actions()));
    }
    return gathered.ended()
        ? Optional.of(new Outcome.Silence("the agent ended the session"))
        : Optional.empty();
  }

  /// Where the bot is paused, and how long, is told among the actions, in their order.
  private static Outcome handOff(
      String reason,
      List<Content> contents,
      String summary,
      QueryResult result,
      Gathered gathered) {
    gathered.act(new CrmAction.PauseBot(reason, summary, gathered.team(), gathered.pause()));
    return new Outcome.Handoff(
        contents,
        reason,
        summary,
        gathered.team(),
        gathered.actions(),
        Optional.of(grounds("handoff", result, gathered)));
  }

  private static Grounds grounds(String decision, QueryResult result, Gathered gathered) {
    var match = result.getMatch();
    var reasons = new ArrayList<String>();
    reasons.add("Dialogflow " + match.getMatchType().name().toLowerCase(Locale.ROOT));
    if (match.hasIntent()) {
      reasons.add("intent " + match.getIntent().getDisplayName());
    }
    if (!result.getCurrentPage().getDisplayName().isEmpty()) {
      reasons.add("page " + result.getCurrentPage().getDisplayName());
    }
    reasons.addAll(gathered.notes());
    gathered
        .team()
        .filter(_ -> gathered.call().isEmpty())
        .ifPresent(it -> reasons.add("refused assign: a team only with a hand-off"));
    return new Grounds(decision, "", 0, match.getConfidence(), 0, List.of(), reasons);
  }

  private static Grounds noted(Grounds grounds, String why) {
    var reasons = new ArrayList<>(grounds.reasons());
    reasons.add(why);
    return new Grounds(
        grounds.decision(),
        grounds.row(),
        grounds.version(),
        grounds.score(),
        grounds.threshold(),
        grounds.candidates(),
        reasons);
  }

  private Circumstances circumstances(Asking asking) {
    return new Circumstances(
        asking.transcript().map(it -> it.contact().name()).orElse(""),
        it -> member(asking.workspace(), it),
        it -> fill(asking, it),
        workspaces.text(asking.workspace(), Wording.OFFER, asking.language()),
        manner.handoffPointers());
  }

  private String fill(Asking asking, String text) {
    return asking
        .transcript()
        .map(it -> filling.fill(text, it.contact(), it.thread(), asking.language()))
        .orElse(text);
  }

  private Optional<MemberId> member(WorkspaceId workspace, String email) {
    return members.byEmail(email).filter(it -> it.workspace().equals(workspace)).map(Member::id);
  }

  private Language house(Asking asking) {
    return workspaces.find(asking.workspace()).language();
  }
}
