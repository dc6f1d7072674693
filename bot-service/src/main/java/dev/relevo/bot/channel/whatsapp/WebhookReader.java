package dev.relevo.bot.channel.whatsapp;

import static dev.relevo.bot.channel.whatsapp.Wire.instant;
import static dev.relevo.bot.channel.whatsapp.Wire.items;
import static dev.relevo.bot.channel.whatsapp.Wire.some;
import static dev.relevo.bot.channel.whatsapp.Wire.text;

import dev.relevo.bot.channel.Arrival;
import dev.relevo.crm.contact.Alias.Kind;
import dev.relevo.crm.contact.Sender;
import dev.relevo.crm.workspace.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/// One call of Meta's: every entry, every change, every message and status in it.
final class WebhookReader {

  private static final int KIND = 60;

  private final String phoneNumberId;
  private final Supplier<Language> language;
  private final List<Arrival> arrivals = new ArrayList<>();

  /// @param language the sentences' language
  WebhookReader(String phoneNumberId, Supplier<Language> language) {
    this.phoneNumberId = phoneNumberId;
    this.language = language;
  }

  /// What the call says; to be used once.
  List<Arrival> read(JsonNode call) {
    for (var entry : items(call, "entry")) {
      for (var change : items(entry, "changes")) {
        change(text(change, "field", KIND), change.path("value"), change);
      }
    }
    return arrivals;
  }

  private void change(String field, JsonNode value, JsonNode change) {
    var number = text(value.path("metadata"), "phone_number_id");
    var ours = number.equals(phoneNumberId);
    switch (field) {
      case "messages" -> {
        if (ours) {
          messages(value);
        } else {
          other("another number", change);
        }
      }
      case "smb_message_echoes" -> {
        if (ours) {
          echoes(value);
        } else {
          other("another number", change);
        }
      }
      // It concerns the business, not a number; only some say which number they came by.
      case "user_id_update" -> {
        if (ours || number.isEmpty()) {
          userIds(value);
        } else {
          other("another number", change);
        }
      }
      default -> other(field.isBlank() ? "no field" : field, change);
    }
  }

  private void messages(JsonNode value) {
    var senders = new SenderReader(value);
    items(value, "messages").forEach(message -> message(message, value, senders));
    items(value, "statuses").forEach(this::status);
    if (items(value, "messages").isEmpty() && !items(value, "errors").isEmpty()) {
      other("errors", value);
    }
  }

  private void message(JsonNode message, JsonNode value, SenderReader senders) {
    if (!text(message, "group_id").isEmpty()) {
      other("group", message);
      return;
    }
    var change = RenamedReader.of(message);
    change.ifPresent(arrivals::add);
    var sender =
        change
            .map(it -> new Sender(List.of(it.current()), Optional.empty(), Optional.empty()))
            .or(() -> senders.of(message));
    if (sender.isEmpty()) {
      other("without a sender", message);
      return;
    }
    var read = ContentReader.read(message, value);
    arrivals.add(
        new Arrival.Message(
            externalId(message),
            sender.get(),
            read.content(),
            instant(message, "timestamp"),
            some(message.path("context"), "id", 300),
            read.media(),
            Wire.raw(message)));
  }

  private void echoes(JsonNode value) {
    var people = new SenderReader(value);
    for (var echo : items(value, "message_echoes")) {
      people
          .recipientOf(echo)
          .ifPresentOrElse(to -> echo(echo, to, value), () -> other("without a sender", echo));
    }
  }

  private void echo(JsonNode echo, Sender to, JsonNode value) {
    var read = ContentReader.read(echo, value);
    arrivals.add(
        new Arrival.Echo(
            externalId(echo),
            to,
            read.content(),
            instant(echo, "timestamp"),
            read.media(),
            Wire.raw(echo)));
  }

  private void status(JsonNode status) {
    var id = text(status, "id");
    var kind = kind(text(status, "status"));
    if (text(status, "recipient_type").equals("group")) {
      other("group", status);
    } else if (id.isBlank() || id.length() > 300 || kind.isEmpty()) {
      other("status", status);
    } else {
      var fault = Faults.first(status);
      arrivals.add(
          new Arrival.Receipt(
              id,
              kind.get(),
              some(status, "biz_opaque_callback_data", 512),
              fault.map(Faults::code),
              fault.map(it -> Fault.sentence(it.code(), it.details(), language.get())),
              instant(status, "timestamp"),
              Wire.raw(status)));
    }
  }

  private static Optional<Arrival.Receipt.Kind> kind(String status) {
    return switch (status) {
      case "sent" -> Optional.of(Arrival.Receipt.Kind.SENT);
      case "delivered" -> Optional.of(Arrival.Receipt.Kind.DELIVERED);
      // A voice message that was played was seen, too.
      case "read", "played" -> Optional.of(Arrival.Receipt.Kind.READ);
      case "failed" -> Optional.of(Arrival.Receipt.Kind.FAILED);
      default -> Optional.empty();
    };
  }

  private void userIds(JsonNode value) {
    for (var update : items(value, "user_id_update")) {
      var before = arrivals.size();
      RenamedReader.rotated(update, Kind.USER_ID, "user_id").ifPresent(arrivals::add);
      RenamedReader.rotated(update, Kind.PARENT_USER_ID, "parent_user_id").ifPresent(arrivals::add);
      if (arrivals.size() == before) {
        other("user_id_update", update);
      }
    }
  }

  private void other(String kind, JsonNode node) {
    arrivals.add(new Arrival.Unsupported(kind, Wire.raw(node)));
  }

  private static String externalId(JsonNode message) {
    var id = text(message, "id");
    return id.isBlank() || id.length() > 300 ? Wire.fingerprint(message) : id;
  }
}
