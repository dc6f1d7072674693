package dev.relevo.bot.responder.matrix;

import dev.relevo.bot.assistant.Engine;
import dev.relevo.bot.llm.LanguageModel;
import dev.relevo.bot.responder.Asking;
import dev.relevo.bot.responder.Decision;
import dev.relevo.bot.responder.Lookup;
import dev.relevo.bot.responder.Outcome;
import dev.relevo.bot.responder.Responder;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.workspace.Language;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.retriever.Query;
import dev.relevo.knowledge.retriever.Retrieval;
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
  private final Wordings wordings;
  private final LanguageModel model;

  MatrixResponder(MatrixWatch watch, DraftTraining drafts, Wordings wordings, LanguageModel model) {
    this.watch = watch;
    this.drafts = drafts;
    this.wordings = wordings;
    this.model = model;
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
      case Asked.APerson _ -> plain(wordings.aPerson(setting));
      case Asked.APage(var url) ->
          plain(
              new Outcome.Reply(
                  List.of(new Content.Text(url)), Reasons.word("reply", "page"), List.of()));
      case Asked.NoWords _ -> plain(wordings.noWords(setting));
      case Asked.APersonsWork(var what) -> plain(wordings.aPersonsWork(setting, what));
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
          wordings.answer(setting, trained, hit.row(), text, Reasons.of(retrieval, trained));
      case Retrieval.Several(var hits, _) ->
          wordings.offer(setting, hits, Reasons.of(retrieval, trained));
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
    return plain(wordings.answer(setting, trained, row, label, Reasons.picked(row, trained)));
  }

  private static Optional<Locale> speaks(Setting setting) {
    return setting.asking().speaks().map(Language::locale);
  }

  private static Decision plain(Outcome outcome) {
    return Decision.of(outcome);
  }

  private static Decision nothing() {
    return plain(new Outcome.Fallback(Reasons.word("fallback", "no published matrix")));
  }
}
