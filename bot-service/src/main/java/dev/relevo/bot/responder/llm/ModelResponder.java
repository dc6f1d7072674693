package dev.relevo.bot.responder.llm;

import dev.relevo.bot.assistant.Engine;
import dev.relevo.bot.responder.Asking;
import dev.relevo.bot.responder.Decision;
import dev.relevo.bot.responder.Options;
import dev.relevo.bot.responder.Outcome;
import dev.relevo.bot.responder.Responder;
import dev.relevo.crm.conversation.Content;

/// Stands behind the matrix: words the rows that need not be sent word for word, and answers from
/// rows and documents where no row was found. Without a model it leaves everything as it is.
final class ModelResponder implements Responder {

  private final Means means;

  ModelResponder(Means means) {
    this.means = means;
  }

  @Override
  public Engine engine() {
    return Engine.MODEL;
  }

  @Override
  public Decision respond(Asking asking, Decision soFar) {
    var question = asked(asking.content());
    if (question.isBlank() || !means.model().connected(asking.workspace())) {
      return soFar;
    }
    return switch (soFar.outcome()) {
      case Outcome.Reply reply -> worded(asking, soFar, question, reply);
      case Outcome.Fallback _ -> new Answering(means, asking, soFar).answer(question);
      case Outcome.Offer _, Outcome.Handoff _, Outcome.Silence _, Outcome.Failure _ -> soFar;
    };
  }

  private Decision worded(Asking asking, Decision soFar, String question, Outcome.Reply reply) {
    var words = Rows.words(reply);
    return Rows.found(soFar)
        .filter(it -> !it.literal() && !words.isEmpty())
        .map(it -> new Answering(means, asking, soFar).word(question, Gathering.row(it, words)))
        .orElse(soFar);
  }

  /// What the customer asks in words; empty text when nothing.
  private static String asked(Content content) {
    return content instanceof Content.Picked(var option, var label)
        ? Options.said(option).orElse(label)
        : content.words();
  }
}
