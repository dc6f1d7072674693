package dev.relevo.bot.responder.llm;

import dev.relevo.bot.fact.Folding;
import dev.relevo.bot.fact.Masking;
import dev.relevo.bot.responder.Asking;
import dev.relevo.bot.responder.Decision;
import dev.relevo.bot.responder.Outcome;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.desk.CrmAction;
import dev.relevo.crm.workspace.Language;
import java.util.List;
import java.util.Optional;

/// One message answered with the model: what the matrix decided becomes a better decision, or stays
/// as it was. Made for one turn.
final class Answering {

  private static final int TRIES = 2;

  private final Means means;
  private final Asking asking;
  private final Decision soFar;
  private final Gathering gathering;
  private final Masking masking;
  private final Errands errands;
  private final Dialogue dialogue;

  /// Why nothing may be said so far.
  private String why = "";

  Answering(Means means, Asking asking, Decision soFar) {
    this.means = means;
    this.asking = asking;
    this.soFar = soFar;
    this.gathering = new Gathering(means.passages());
    this.masking =
        Masking.of(
            asking.assistant().manner().masksPersonalData(),
            asking.transcript().map(it -> it.contact().name()).orElse(""));
    this.errands = new Errands(asking, means.checks(), masking);
    this.dialogue = new Dialogue(means.model(), means.typing(), asking, errands);
  }

  /// Nothing was found: answers from what came close, once more with the question as the model
  /// understood it.
  Decision answer(String question) {
    var language = language(question);
    var sources = gathering.of(asking, soFar, question, language);
    return proceed(new Material(asking, false, question, language, sources, ""));
  }

  /// A row was found that need not be sent word for word: words it, or sends it as it is.
  Decision word(String question, Source row) {
    return proceed(new Material(asking, true, question, language(question), List.of(row), ""));
  }

  private Decision proceed(Material begin) {
    Step step = new Step.Again(begin);
    for (int tried = 0; step instanceof Step.Again(var material); tried++) {
      if (tried == TRIES || (tried > 0 && !dialogue.hasRoom())) {
        return unanswered();
      }
      step = attempt(material);
    }
    return ((Step.Decided) step).decision();
  }

  /// How a try ended.
  private sealed interface Step {

    record Decided(Decision decision) implements Step {}

    /// Another try may help, from this.
    record Again(Material material) implements Step {}
  }

  private Step attempt(Material material) {
    var request = Request.of(material, masking, dialogue.tools());
    return switch (dialogue.hold(request.lines())) {
      case Dialogue.Said.Spent(var bound) -> new Step.Decided(spent(bound));
      case Dialogue.Said.TooLong() -> {
        why = "too long";
        yield new Step.Again(material.shorter());
      }
      case Dialogue.Said.Failed(var what, var again) -> {
        why = what;
        yield again ? new Step.Again(material) : new Step.Decided(unanswered());
      }
      case Dialogue.Said.Proposed(var masked) ->
          judged(material, request, masked.with(masking::restore));
    };
  }

  private Step judged(Material material, Request request, Proposal proposal) {
    var objection = judge(request, material).objection(proposal);
    if (proposal.kind() == Proposal.Kind.HANDOFF || errands.handsOver()) {
      var says = objection.isEmpty() ? text(proposal) : List.<Content>of();
      return new Step.Decided(handedOver("model", says));
    }
    why = objection.orElse("");
    return objection.isEmpty()
        ? new Step.Decided(said(request, proposal))
        : reconsidered(material, proposal);
  }

  /// A question that only the conversation explains is looked up as it stands alone.
  private Step reconsidered(Material material, Proposal proposal) {
    var alone = alone(material, proposal);
    if (alone.isEmpty()) {
      return proposal.kind() == Proposal.Kind.ABSTAIN
          ? new Step.Decided(unanswered())
          : new Step.Again(material.again(material.sources(), why));
    }
    var looked = means.lookup().look(asking.saying(new Content.Text(alone.get())));
    if (isFinal(looked)) {
      return new Step.Decided(looked.with(kept(looked.outcome()), dialogue.calls()));
    }
    var more = gathering.of(asking, looked, alone.get(), material.language());
    return new Step.Again(material.again(Gathering.together(more, material.sources()), why));
  }

  /// The question as it stands alone, where that is another one.
  private static Optional<String> alone(Material material, Proposal proposal) {
    var alone = proposal.question();
    return material.row()
            || alone.isBlank()
            || alone.length() > Judge.LONGEST_REMARK
            || Folding.line(alone).equals(Folding.line(material.question()))
        ? Optional.empty()
        : Optional.of(alone);
  }

  /// Whether the matrix answers the question as it stands alone: its words are sent as they are. A
  /// row that keeps what the customer wrote is not, since these words are the model's.
  private static boolean isFinal(Decision looked) {
    return switch (looked.outcome()) {
      case Outcome.Reply reply ->
          Rows.found(looked).isPresent()
              && reply.actions().stream().noneMatch(CrmAction.SetField.class::isInstance);
      case Outcome.Handoff _ -> Rows.found(looked).isPresent();
      case Outcome.Offer _, Outcome.Fallback _, Outcome.Silence _, Outcome.Failure _ -> false;
    };
  }

  private Decision said(Request request, Proposal proposal) {
    var answers = proposal.kind() == Proposal.Kind.ANSWER;
    var cited =
        request.handed().stream()
            .filter(it -> answers && proposal.citations().contains(it.id()))
            .map(Source::citation)
            .toList();
    if (soFar.outcome() instanceof Outcome.Reply row) {
      why = "not worded";
      return answers ? done(Rows.worded(row, proposal.text(), cited)) : unanswered();
    }
    var grounds = Rows.grounds(soFar, answers ? "reply" : "clarify", "model", cited);
    return done(new Outcome.Reply(text(proposal), grounds, List.of()));
  }

  private Decision spent(String bound) {
    why = bound;
    return soFar.outcome() instanceof Outcome.Reply ? unanswered() : handedOver("guard", List.of());
  }

  private Decision handedOver(String reason, List<Content> says) {
    var house = means.checks().house(asking.workspace());
    return done(
        new Outcome.Handoff(
            says,
            reason,
            Notes.handOff(house, reason, asking.content().words()),
            errands.team(),
            List.of(),
            Optional.of(Rows.grounds(soFar, "handoff", "model", List.of()))));
  }

  /// A found row goes out as it is; else nothing fits.
  private Decision unanswered() {
    if (soFar.outcome() instanceof Outcome.Reply row) {
      return decided(kept(Rows.remarked(row, "model: " + why)));
    }
    var word = why.equals(Judge.ABSTAINS) ? "abstain" : "fallback";
    return decided(
        kept(new Outcome.Fallback(Rows.grounds(soFar, word, "model: " + why, List.of()))));
  }

  /// What the model says, and all it asked for.
  private Decision done(Outcome outcome) {
    return decided(outcome.doing(errands.actions()));
  }

  /// What others say; of what the model asked for, what the customer told is kept.
  private Outcome kept(Outcome outcome) {
    return outcome.doing(errands.learnt());
  }

  private Decision decided(Outcome outcome) {
    return soFar.with(outcome, dialogue.calls());
  }

  private static List<Content> text(Proposal proposal) {
    return List.of(new Content.Text(proposal.text()));
  }

  private Judge judge(Request request, Material material) {
    var persona = asking.assistant().manner().persona();
    return new Judge(
        request.handed(), material.language(), previous(), List.of(request.system(), persona));
  }

  private String previous() {
    return asking.before().reversed().stream()
        .filter(it -> it.author() instanceof Author.Bot)
        .findFirst()
        .map(it -> it.content().words())
        .orElse("");
  }

  /// The assistant's own, else the one the customer writes in.
  private Language language(String question) {
    return asking.assistant().speaks().or(() -> Tongue.of(question)).orElse(asking.language());
  }
}
