package dev.relevo.bot.responder.dialogflow;

import dev.relevo.bot.responder.Options;
import dev.relevo.bot.responder.Picking;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Message;
import java.util.List;
import java.util.regex.Pattern;

/// What a customer's message is to an agent.
sealed interface Inbound {

  /// Words.
  record Words(String text) implements Inbound {}

  /// What an option of the agent's own stands for.
  record Told(String words) implements Inbound {}

  /// Something happened: the customer came by a link that names where from, or tapped an option
  /// that stands for an event.
  record Happened(String event) implements Inbound {}

  /// A picture, a place, … without words.
  record Shown() implements Inbound {}

  /// Nothing for an agent: a person is wanted, a row was tapped, an order, a reaction, …
  record NotForIt() implements Inbound {}

  /// The words a parametric link lets a customer send: `REF_FERIA`, `REF_START_FERIA`.
  Pattern REFERRAL = Pattern.compile("REF_[A-Z0-9_]{1,60}");

  /// What an option's words begin with when they name an event.
  String EVENT = "event:";

  static Inbound by(Content content, List<Message> before) {
    return switch (content) {
      case Content.Text(var body) -> typed(body, before);
      case Content.Picked(var option, var label) -> picked(option, label);
      case Content.Media media ->
          media.caption().isBlank() ? new Shown() : typed(media.caption(), before);
      case Content.Place _, Content.Cards _ -> new Shown();
      case Content.Order _,
          Content.Form _,
          Content.Reaction _,
          Content.Notice _,
          Content.Unsupported _,
          Content.Choice _,
          Content.Template _ ->
          new NotForIt();
    };
  }

  private static Inbound typed(String body, List<Message> before) {
    if (body.isBlank()) {
      return new NotForIt();
    }
    if (REFERRAL.matcher(body.strip()).matches()) {
      return new Happened(body.strip());
    }
    return Picking.typed(body, before)
        .map(it -> picked(it.id(), it.label()))
        .orElseGet(() -> new Words(body));
  }

  private static Inbound picked(String option, String label) {
    var told = Options.told(option);
    if (told.isPresent()) {
      return told(told.get());
    }
    if (option.equals(Options.PERSON) || Options.row(option).isPresent() || Options.opens(option)) {
      return new NotForIt();
    }
    var words = Options.said(option).orElse(label.isBlank() ? option : label);
    return words.isBlank() ? new NotForIt() : new Words(words);
  }

  private static Inbound told(String words) {
    var event = words.startsWith(EVENT) ? words.substring(EVENT.length()).strip() : "";
    return event.isEmpty() ? new Told(words) : new Happened(event);
  }
}
