package dev.relevo.bot.responder.matrix;

import dev.relevo.bot.responder.Options;
import dev.relevo.bot.responder.Picking;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Message;
import dev.relevo.knowledge.matrix.RowId;
import java.util.List;

/// What a message asks of the matrix.
sealed interface Asked {

  /// Words to look up.
  record Words(String text) implements Asked {}

  /// A row was chosen.
  ///
  /// @param label what the customer saw, looked up when the row is gone
  record TheRow(RowId row, String label) implements Asked {}

  /// A person is wanted.
  record APerson() implements Asked {}

  /// A page was chosen where the channel cannot open one.
  record APage(String url) implements Asked {}

  /// Something no matrix can read: a picture without words, a place, …
  record NoWords() implements Asked {}

  /// Something only a person can deal with: an order, a filled form.
  record APersonsWork(String what) implements Asked {}

  /// Nothing to answer.
  record NotAQuestion(String what) implements Asked {}

  static Asked by(Content content, List<Message> before) {
    return switch (content) {
      case Content.Text(var body) -> typed(body, before);
      case Content.Picked(var option, var label) -> picked(option, label, before);
      case Content.Media media ->
          media.caption().isBlank() ? new NoWords() : typed(media.caption(), before);
      case Content.Place _, Content.Cards _ -> new NoWords();
      case Content.Order _ -> new APersonsWork("order");
      case Content.Form _ -> new APersonsWork("form");
      case Content.Reaction _ -> new NotAQuestion("reaction");
      case Content.Notice _ -> new NotAQuestion("notice");
      case Content.Unsupported _ -> new NotAQuestion("unsupported");
      case Content.Choice _, Content.Template _ -> new NotAQuestion("not a customer's");
    };
  }

  private static Asked typed(String body, List<Message> before) {
    if (body.isBlank()) {
      return new NotAQuestion("empty");
    }
    return Picking.typed(body, before)
        .map(option -> picked(option.id(), option.label(), before))
        .orElseGet(() -> new Words(body));
  }

  private static Asked picked(String option, String label, List<Message> before) {
    if (option.equals(Options.PERSON)) {
      return new APerson();
    }
    var row = Options.row(option);
    if (row.isPresent()) {
      return new TheRow(row.get(), label);
    }
    var page = Picking.offered(option, before).flatMap(Content.Option::link);
    if (page.isPresent()) {
      return new APage(page.get());
    }
    var words = Options.said(option).orElse(label.isBlank() ? option : label);
    return words.isBlank() ? new NotAQuestion("empty") : new Words(words);
  }
}
