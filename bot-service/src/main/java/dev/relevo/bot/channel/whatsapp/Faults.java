package dev.relevo.bot.channel.whatsapp;

import static dev.relevo.bot.channel.whatsapp.Wire.some;
import static dev.relevo.bot.channel.whatsapp.Wire.text;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The `errors` array that Meta puts beside messages and statuses.
///
/// @param details the most exact words it has for the fault
record Faults(String code, String details) {

  /// The first fault, which is the only one in practice.
  static Optional<Faults> first(JsonNode node) {
    return Wire.items(node, "errors").stream()
        .findFirst()
        .map(error ->
            new Faults(
                text(error, "code", 20),
                some(error.path("error_data"), "details", 1_000)
                    .or(() -> some(error, "message", 1_000))
                    .or(() -> some(error, "title", 1_000))
                    .orElse("")));
  }

  String words() {
    return details.isEmpty() ? code : code + ": " + details;
  }
}
