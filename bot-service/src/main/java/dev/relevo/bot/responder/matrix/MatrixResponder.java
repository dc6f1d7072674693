package dev.relevo.bot.responder.matrix;

import dev.relevo.bot.assistant.Engine;
import dev.relevo.bot.llm.LanguageModel;
import dev.relevo.bot.responder.Asking;
import dev.relevo.bot.responder.Decision;
import dev.relevo.bot.responder.Filling;
import dev.relevo.bot.responder.Lookup;
import dev.relevo.bot.responder.Outcome;
import dev.relevo.bot.responder.Responder;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Grounds;
import dev.relevo.crm.conversation.Message;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.Wording;
import dev.relevo.crm.workspace.Workspaces;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.retriever.Query;
import dev.relevo.knowledge.retriever.Retrieval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// Answers with the rows of the published matrix, word for word.
@Component
final class MatrixResponder implements Responder, Lookup {

  private final MatrixWatch watch;
  private final DraftTraining drafts;
  private final Workspaces workspaces;
  private final Filling filling;
  private final LanguageModel model;

  MatrixResponder(
      MatrixWatch watch,
      DraftTraining drafts,
      Workspaces workspaces,
      Filling filling,
      LanguageModel model) {
    this.watch = watch;
    this.drafts = drafts;
    this.workspaces = workspaces;
    this.filling = filling;
    this.model = model;
  }

  /// A question with the rows to answer it from.
  ///
  /// @param trained empty before anything was published
  /// @param follows whether it may lean on what was said before
  private record Setting(Asking asking, Optional<Trained> trained, boolean follows) {

    List<Message> before() {
      return asking.before();
    }
  }

  @Override
  public Engine engine() {
    return Engine.MATRIX;
  }

  @Override
  public Decision respond(Asking asking, Decision soFar) {
    return decide(asking, true);
  }

  @Override
  public Decision look(Asking asking) {
    return decide(asking, false);
  }

  private Decision decide(Asking asking, boolean follows) {
    var trained =
        switch (asking.matter()) {
          case PUBLISHED -> watch.trained(asking.workspace());
          case DRAFT -> drafts.trained(asking.workspace());
        };
    return decide(new Setting(asking, trained, follows), asking.content());
  }

  private Decision decide(Setting setting, Content content) {
    return switch (Asked.by(content, setting.before())) {
      case Asked.Words(var text) -> look(setting, text);
      case Asked.TheRow(var id, var label) ->
          setting
              .trained()
              .flatMap(it -> it.matrix().row(id).map(row -> picked(setting, it, row, label)))
              .orElseGet(() -> label.isBlank() ? nothing() : look(setting, label));
      case Asked.APerson _ -> plain(aPerson(setting));
      case Asked.APage(var url) ->
          plain(
              new Outcome.Reply(
                  List.of(new Content.Text(url)), Reasons.word("reply", "page"), List.of()));
      case Asked.NoWords _ -> plain(noWords(setting));
      case Asked.APersonsWork(var what) -> plain(aPersonsWork(setting, what));
      case Asked.NotAQuestion(var what) -> plain(new Outcome.Silence(what));
    };
  }

  private Decision look(Setting setting, String text) {
    var trained = setting.trained().orElse(null);
    if (trained == null) {
      return nothing();
    }
    var language = speaks(setting).filter(trained::speaks);
    Function<String, Retrieval> find =
        words -> trained.retriever().retrieve(new Query(words, language));
    var alone = find.apply(text);
    var read =
        setting.follows()
            ? FollowUp.of(text, setting.before(), trained.matrix())
                .map(it -> it.read(alone, find))
                .orElse(alone)
            : alone;
    var outcome = outcome(setting, trained, text, read);
    return read.equals(alone) || !modelFollows(setting.asking())
        ? new Decision(outcome, Optional.of(read), List.of())
        : left(FollowUp.open(read), trained, outcome);
  }

  private Outcome outcome(Setting setting, Trained trained, String text, Retrieval retrieval) {
    return switch (retrieval) {
      case Retrieval.Found(var hit, _) ->
          answer(setting, trained, hit.row(), text, Reasons.of(retrieval, trained));
      case Retrieval.Several(var hits, _) ->
          new Outcome.Offer(
              Offering.of(
                  text(setting, Wording.OFFER), hits, text(setting, Wording.TALK_TO_A_PERSON)),
              Reasons.of(retrieval, trained));
      case Retrieval.Nothing _ -> new Outcome.Fallback(Reasons.of(retrieval, trained));
    };
  }

  /// Left to the model that comes next; what the rows say is done when it finds nothing.
  private static Decision left(Retrieval open, Trained trained, Outcome otherwise) {
    return new Decision(
        new Outcome.Fallback(Reasons.of(open, trained)),
        Optional.of(open),
        List.of(),
        Optional.of(otherwise));
  }

  /// Whether a model comes next, which reads the conversation.
  private boolean modelFollows(Asking asking) {
    return asking.assistant().engine() == Engine.MODEL && model.connected(asking.workspace());
  }

  private Decision picked(Setting setting, Trained trained, Row row, String label) {
    return plain(answer(setting, trained, row, label, Reasons.picked(row, trained)));
  }

  private Outcome answer(Setting setting, Trained trained, Row row, String asked, Grounds grounds) {
    var answer =
        new RowAnswer(
            setting.asking().channelType(), turn(setting, row), it -> render(setting, it));
    var contents = answer.contents(row);
    var actions = RowAnswer.actions(row, asked);
    if (row.handoff()) {
      return new Outcome.Handoff(
          contents,
          "row",
          Summaries.row(house(setting), row.id().value(), asked),
          row.team(),
          actions,
          Optional.of(grounds));
    }
    var later = answer.later(row, trained.matrix());
    return contents.isEmpty() && later.isEmpty() && actions.isEmpty()
        ? new Outcome.Fallback(grounds)
        : new Outcome.Reply(contents, later, grounds, actions);
  }

  /// How often the row has been answered to this customer already: alternatives take turns.
  private static long turn(Setting setting, Row row) {
    var said =
        setting.before().stream()
            .filter(it ->
                it.content() instanceof Content.Text || it.content() instanceof Content.Choice)
            .filter(it -> it.grounds().filter(g -> g.row().equals(row.id().value())).isPresent())
            .count();
    return said + setting.asking().transcript().map(it -> it.contact().id().value()).orElse(0L);
  }

  private Outcome aPerson(Setting setting) {
    var words = new ArrayList<String>();
    setting.before().reversed().stream()
        .filter(Message::inbound)
        .map(Message::content)
        .filter(Content.Text.class::isInstance)
        .map(it -> ((Content.Text) it).body())
        .findFirst()
        .ifPresent(words::add);
    return new Outcome.Handoff(
        List.of(),
        "asked",
        Summaries.asked(house(setting), String.join("", words)),
        Optional.empty(),
        List.of(),
        Optional.of(Reasons.word("handoff", "asked")));
  }

  private Outcome aPersonsWork(Setting setting, String what) {
    return new Outcome.Handoff(
        List.of(),
        what,
        Summaries.work(house(setting), what),
        Optional.empty(),
        List.of(),
        Optional.of(Reasons.word("handoff", what)));
  }

  /// Said once, not for every picture of an album.
  private Outcome noWords(Setting setting) {
    var says = new Content.Text(text(setting, Wording.MEDIA_NOT_READ));
    var last = setting.before().reversed().stream().filter(it -> !it.inbound()).findFirst();
    var since = setting.before().reversed().stream().filter(Message::inbound).findFirst();
    var album = since.filter(it -> Asked.by(it.content(), List.of()) instanceof Asked.NoWords);
    return last.filter(it -> it.content().equals(says)).isPresent() && album.isPresent()
        ? new Outcome.Silence("media answered already")
        : new Outcome.Reply(List.of(says), Reasons.word("reply", "media without words"), List.of());
  }

  private String render(Setting setting, String text) {
    return setting
        .asking()
        .transcript()
        .map(it -> filling.fill(text, it.contact(), it.thread(), it.language()))
        .orElse(text);
  }

  private static Optional<Locale> speaks(Setting setting) {
    return setting.asking().speaks().map(Language::locale);
  }

  private String text(Setting setting, Wording wording) {
    return workspaces.text(setting.asking().workspace(), wording, setting.asking().language());
  }

  private Language house(Setting setting) {
    return workspaces.find(setting.asking().workspace()).language();
  }

  private static Decision plain(Outcome outcome) {
    return Decision.of(outcome);
  }

  private static Decision nothing() {
    return plain(new Outcome.Fallback(Reasons.word("fallback", "no published matrix")));
  }
}
