package dev.relevo.bot.channel.whatsapp;

import static dev.relevo.bot.channel.whatsapp.Wire.text;

import dev.relevo.bot.channel.Arrival;
import dev.relevo.crm.contact.Alias;
import dev.relevo.crm.contact.Alias.Kind;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A person got another phone number or another business-scoped user id.
final class RenamedReader {

  private RenamedReader() {}

  /// What a system message says of it; empty for any other message. The message itself is then from
  /// the person's new name: the old one may already belong to somebody else.
  static Optional<Arrival.AliasChanged> of(JsonNode message) {
    var system = message.path("system");
    if (!text(message, "type").equals("system")) {
      return Optional.empty();
    }
    return switch (text(system, "type")) {
      case "user_changed_number", "customer_changed_number" ->
          changed(
              message,
              SenderReader.phone(message, "from").or(() -> SenderReader.phone(system, "customer")),
              SenderReader.phone(system, "wa_id")
                  .or(() -> SenderReader.phone(system, "new_wa_id")));
      case "user_changed_user_id" ->
          changed(
              message,
              SenderReader.user(Kind.USER_ID, system, "previous_user_id"),
              SenderReader.user(Kind.USER_ID, system, "user_id"));
      default -> Optional.empty();
    };
  }

  /// What an element of `user_id_update` says of one sort of id.
  static Optional<Arrival.AliasChanged> rotated(JsonNode update, Kind kind, String name) {
    return changed(
        update,
        SenderReader.user(kind, update.path(name), "previous"),
        SenderReader.user(kind, update.path(name), "current"));
  }

  private static Optional<Arrival.AliasChanged> changed(
      JsonNode node, Optional<Alias> previous, Optional<Alias> current) {
    if (previous.isEmpty() || current.isEmpty() || previous.equals(current)) {
      return Optional.empty();
    }
    return Optional.of(
        new Arrival.AliasChanged(
            name(node, previous.get().kind()), previous.get(), current.get(), Wire.raw(node)));
  }

  private static String name(JsonNode node, Kind kind) {
    var id = text(node, "id");
    var known = !id.isBlank() && id.length() <= 250;
    return (known ? id : Wire.fingerprint(node)) + ":" + kind;
  }
}
