package dev.relevo.bot.channel.whatsapp;

import static dev.relevo.bot.channel.whatsapp.Wire.items;
import static dev.relevo.bot.channel.whatsapp.Wire.some;
import static dev.relevo.bot.channel.whatsapp.Wire.text;

import dev.relevo.crm.contact.Alias;
import dev.relevo.crm.contact.Alias.Kind;
import dev.relevo.crm.contact.Sender;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Who wrote. Since 2026 a phone number may be missing; then only business-scoped user ids name a
/// person.
final class SenderReader {

  private static final Pattern PHONE = Pattern.compile("\\+?([0-9]{4,18})");

  private final List<JsonNode> contacts;

  SenderReader(JsonNode value) {
    this.contacts = items(value, "contacts");
  }

  /// The sender of a message, with every name the call has for them.
  Optional<Sender> of(JsonNode message) {
    return named(
        phone(message, "from"),
        user(Kind.USER_ID, message, "from_user_id"),
        user(Kind.PARENT_USER_ID, message, "from_parent_user_id"));
  }

  /// Whom the business wrote to on its own phone.
  Optional<Sender> recipientOf(JsonNode echo) {
    return named(
        phone(echo, "to"),
        user(Kind.USER_ID, echo, "to_user_id"),
        user(Kind.PARENT_USER_ID, echo, "to_parent_user_id"));
  }

  /// A phone number as an alias: digits only.
  static Optional<Alias> phone(JsonNode node, String name) {
    var number = PHONE.matcher(text(node, name, 40));
    return number.matches()
        ? Optional.of(new Alias(Kind.PHONE, number.group(1)))
        : Optional.empty();
  }

  /// A business-scoped user id as an alias.
  static Optional<Alias> user(Kind kind, JsonNode node, String name) {
    return Optional.of(text(node, name).strip())
        .filter(it -> !it.isBlank() && it.length() <= 200)
        .map(it -> new Alias(kind, it));
  }

  private Optional<Sender> named(
      Optional<Alias> phone, Optional<Alias> user, Optional<Alias> parent) {
    var aliases = new LinkedHashSet<Alias>();
    phone.ifPresent(aliases::add);
    user.ifPresent(aliases::add);
    parent.ifPresent(aliases::add);
    var card = card(aliases);
    card.map(SenderReader::aliases).ifPresent(aliases::addAll);
    return aliases.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Sender(List.copyOf(aliases), card.flatMap(SenderReader::name), Optional.empty()));
  }

  /// The entry of `contacts` that is this person: the one with a name in common; or the only one
  /// there is, when the message itself names nobody.
  private Optional<JsonNode> card(Set<Alias> aliases) {
    if (aliases.isEmpty()) {
      return contacts.size() == 1 ? Optional.of(contacts.getFirst()) : Optional.empty();
    }
    return contacts.stream()
        .filter(it -> aliases(it).stream().anyMatch(aliases::contains))
        .findFirst();
  }

  private static List<Alias> aliases(JsonNode card) {
    var aliases = new ArrayList<Alias>();
    phone(card, "wa_id").ifPresent(aliases::add);
    user(Kind.USER_ID, card, "user_id").ifPresent(aliases::add);
    user(Kind.PARENT_USER_ID, card, "parent_user_id").ifPresent(aliases::add);
    return aliases;
  }

  private static Optional<String> name(JsonNode card) {
    var profile = card.path("profile");
    return some(profile, "name", 200).or(() -> some(profile, "username", 200)).map(String::strip);
  }
}
