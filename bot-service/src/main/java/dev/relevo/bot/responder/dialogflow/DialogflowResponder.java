package dev.relevo.bot.responder.dialogflow;

import dev.relevo.bot.assistant.Engine;
import dev.relevo.bot.dialogflow.Dialogs;
import dev.relevo.bot.dialogflow.Exchange;
import dev.relevo.bot.dialogflow.Question;
import dev.relevo.bot.responder.Asking;
import dev.relevo.bot.responder.Decision;
import dev.relevo.bot.responder.Outcome;
import dev.relevo.bot.responder.Responder;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Asks the assistant's agent what the matrix does not know; and before it, while the agent waits
/// for an answer. What goes wrong leaves it at what was decided so far: the customer hears the
/// fallback, and a person the second time.
@Component
final class DialogflowResponder implements Responder {

  private final Dialogs dialogs;
  private final AgentOutcomes outcomes;
  private final MannerSettings manner;

  DialogflowResponder(Dialogs dialogs, AgentOutcomes outcomes, MannerSettings manner) {
    this.dialogs = dialogs;
    this.outcomes = outcomes;
    this.manner = manner;
  }

  @Override
  public Engine engine() {
    return Engine.DIALOGFLOW;
  }

  /// Its own options and its links are the agent's alone; words and pictures while it waits.
  @Override
  public boolean engaged(Asking asking) {
    return switch (Inbound.by(asking.content(), asking.before())) {
      case Inbound.NotForIt _ -> false;
      case Inbound.Told _, Inbound.Happened _ -> place(asking) != Dialogs.Place.NOT_CONNECTED;
      case Inbound.Words _, Inbound.Shown _ -> place(asking) == Dialogs.Place.ENGAGED;
    };
  }

  @Override
  public Decision respond(Asking asking, Decision soFar) {
    return switch (Inbound.by(asking.content(), asking.before())) {
      case Inbound.NotForIt _ -> soFar;
      case Inbound.Words(var text) when isOpen(soFar) -> ask(asking, soFar, text);
      case Inbound.Told(var words) when isOpen(soFar) -> put(asking, soFar, said(words), words);
      case Inbound.Happened(var event) when isOpen(soFar) ->
          put(asking, soFar, new Question.Input.Event(event), event);
      case Inbound.Shown _ when !(soFar.outcome() instanceof Outcome.Silence) ->
          put(asking, soFar, new Question.Input.Event("media_received"), "");
      case Inbound.Words _, Inbound.Told _, Inbound.Happened _, Inbound.Shown _ -> soFar;
    };
  }

  private static boolean isOpen(Decision soFar) {
    return soFar.outcome() instanceof Outcome.Fallback;
  }

  private Decision ask(Asking asking, Decision soFar, String text) {
    var welcome = manner.welcome() && place(asking) == Dialogs.Place.NEW;
    var input = welcome ? new Question.Input.Event("WELCOME") : said(text);
    return put(asking, soFar, input, text);
  }

  /// @param words the whole of what was said
  private Decision put(Asking asking, Decision soFar, Question.Input input, String words) {
    var place = place(asking);
    if (place == Dialogs.Place.NOT_CONNECTED) {
      return soFar;
    }
    var exchange = dialogs.ask(question(asking, input, words, place == Dialogs.Place.NEW));
    return switch (exchange) {
      case Exchange.Answered answered -> outcomes.of(asking, soFar, answered, words);
      case Exchange.NotAsked(var reason) ->
          outcomes.without(soFar, "not asked: " + reason, List.of());
      case Exchange.Failed(var fault, var call) ->
          outcomes.without(soFar, "failed: " + fault, AgentOutcomes.made(call));
    };
  }

  private static Question question(
      Asking asking, Question.Input input, String words, boolean first) {
    return new Question(
        asking.workspace(),
        asking.assistant().id(),
        asker(asking),
        input,
        asking.language().code(),
        asking.channelType(),
        Sent.parameters(asking, first),
        Sent.payload(asking, words),
        asking.deadline());
  }

  private static Optional<Question.Asker> asker(Asking asking) {
    return asking
        .transcript()
        .map(it ->
            new Question.Asker(
                it.contact().id(),
                it.message().conversation(),
                it.thread().epoch(),
                it.message().id()));
  }

  private Dialogs.Place place(Asking asking) {
    return dialogs.place(asking.workspace(), asking.assistant().id(), asker(asking));
  }

  /// Cut between characters, never inside one.
  private Question.Input said(String text) {
    var words = text.strip();
    var end = Math.min(words.length(), manner.textLimit());
    var whole = end == words.length() || !Character.isHighSurrogate(words.charAt(end - 1));
    return new Question.Input.Words(words.substring(0, whole ? end : end - 1));
  }
}
