package dev.relevo.bot.channel.whatsapp;

import static dev.relevo.bot.channel.whatsapp.Wire.items;
import static dev.relevo.bot.channel.whatsapp.Wire.number;
import static dev.relevo.bot.channel.whatsapp.Wire.some;
import static dev.relevo.bot.channel.whatsapp.Wire.text;

import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Content.MediaKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// What a message holds, from Meta's words to ours. What it cannot read becomes
/// [Content.Unsupported]: kept and shown as such.
final class ContentReader {

  private static final int LONG = 65_536;
  private static final int LINE = 1_000;
  private static final int MANY = 100;
  private static final Pattern PHONE_LINE = Pattern.compile("(?mi)^TEL[^:\\r\\n]*:([^\\r\\n]+)");
  private static final Pattern NAME_LINE = Pattern.compile("(?mi)^FN[^:\\r\\n]*:([^\\r\\n]+)");

  private ContentReader() {}

  /// The content and what must be fetched for it.
  record Read(Content content, Map<String, String> media) {}

  /// Reads a message; `value` is what stands around it, where Meta may name a fault, too.
  static Read read(JsonNode message, JsonNode value) {
    var type = text(message, "type", 100);
    var body = message.path(type);
    return switch (type) {
      case "image" -> medium(MediaKind.IMAGE, body);
      case "video" -> medium(MediaKind.VIDEO, body);
      case "audio" ->
          medium(body.path("voice").asBoolean(false) ? MediaKind.VOICE : MediaKind.AUDIO, body);
      case "document" -> medium(MediaKind.DOCUMENT, body);
      case "sticker" -> medium(MediaKind.STICKER, body);
      default ->
          new Read(
              plain(type, body, message).orElseGet(() -> unsupported(type, message, value)),
              Map.of());
    };
  }

  private static Optional<Content> plain(String type, JsonNode body, JsonNode message) {
    return switch (type) {
      case "text" -> some(body, "body", LONG).map(Content.Text::new);
      case "location" -> place(body);
      case "contacts" -> cards(message);
      case "reaction" -> reaction(body);
      case "interactive" -> interactive(body);
      case "button" -> button(body);
      case "order" -> Optional.of(order(body));
      case "system" -> Optional.of(notice(body));
      default -> Optional.empty();
    };
  }

  private static Read medium(MediaKind kind, JsonNode body) {
    var media = new HashMap<String, String>();
    some(body, "id", LINE).ifPresent(it -> media.put("id", it));
    some(body, "url", 4 * LINE).ifPresent(it -> media.put("url", it));
    some(body, "sha256", LINE).ifPresent(it -> media.put("sha256", it));
    some(body, "mime_type", LINE).ifPresent(it -> media.put("mime", it));
    var named = media.containsKey("id") || media.containsKey("url");
    return new Read(
        new Content.Media(
            kind,
            Optional.empty(),
            Optional.empty(),
            text(body, "caption", LONG),
            text(body, "filename", 255),
            text(body, "mime_type", LINE),
            named ? Optional.empty() : Optional.of("WhatsApp sent no file with it")),
        named ? media : Map.of());
  }

  private static Optional<Content> place(JsonNode body) {
    var latitude = number(body, "latitude").filter(it -> Math.abs(it) <= 90);
    var longitude = number(body, "longitude").filter(it -> Math.abs(it) <= 180);
    return latitude.flatMap(north ->
        longitude.map(east ->
            new Content.Place(north, east, text(body, "name", LINE), text(body, "address", LINE))));
  }

  private static Optional<Content> cards(JsonNode message) {
    var cards = items(message, "contacts").stream().limit(MANY).map(ContentReader::card).toList();
    return cards.isEmpty() ? Optional.empty() : Optional.of(new Content.Cards(cards));
  }

  private static Content.Card card(JsonNode card) {
    var vcard = text(card, "vcard", LONG);
    var phones = new ArrayList<String>();
    for (var phone : items(card, "phones")) {
      some(phone, "phone", LINE).or(() -> some(phone, "wa_id", LINE)).ifPresent(phones::add);
    }
    if (phones.isEmpty()) {
      phones.addAll(found(PHONE_LINE, vcard));
    }
    var emails = items(card, "emails").stream().flatMap(it -> some(it, "email", LINE).stream());
    return new Content.Card(
        some(card.path("name"), "formatted_name", LINE)
            .or(() -> found(NAME_LINE, vcard).stream().findFirst())
            .orElse(""),
        phones.stream().limit(MANY).toList(),
        emails.limit(MANY).toList());
  }

  private static List<String> found(Pattern line, String vcard) {
    return line.matcher(vcard).results().limit(MANY).map(it -> it.group(1).strip()).toList();
  }

  /// Without an emoji, or with an empty one, it was taken back.
  private static Optional<Content> reaction(JsonNode body) {
    return some(body, "message_id", LINE)
        .map(to -> new Content.Reaction(text(body, "emoji", 100), to));
  }

  private static Optional<Content> interactive(JsonNode body) {
    return switch (text(body, "type")) {
      case "button_reply" -> picked(body.path("button_reply"));
      case "list_reply" -> picked(body.path("list_reply"));
      case "nfm_reply" -> form(body.path("nfm_reply"));
      default -> Optional.empty();
    };
  }

  private static Optional<Content> picked(JsonNode reply) {
    return some(reply, "id", LINE).map(id -> new Content.Picked(id, text(reply, "title", LINE)));
  }

  private static Optional<Content> form(JsonNode reply) {
    return some(reply, "response_json", LONG)
        .map(json -> new Content.Form(text(reply, "name", LINE), text(reply, "body", LONG), json));
  }

  private static Optional<Content> button(JsonNode body) {
    return some(body, "payload", LINE)
        .or(() -> some(body, "text", LINE))
        .map(payload -> new Content.Picked(payload, text(body, "text", LINE)));
  }

  private static Content order(JsonNode body) {
    var items =
        items(body, "product_items").stream()
            .limit(MANY)
            .map(it ->
                new Content.Item(
                    text(it, "product_retailer_id", LINE),
                    number(it, "quantity").orElse(0.0),
                    number(it, "item_price").orElse(0.0),
                    text(it, "currency", 20)))
            .toList();
    return new Content.Order(text(body, "catalog_id", LINE), text(body, "text", LONG), items);
  }

  private static Content notice(JsonNode body) {
    return new Content.Notice(some(body, "type", LINE).orElse("system"), text(body, "body", LONG));
  }

  private static Content unsupported(String type, JsonNode message, JsonNode value) {
    var kind =
        some(message.path("unsupported"), "type", LINE).orElse(type.isEmpty() ? "unknown" : type);
    var fault = Faults.first(message).or(() -> Faults.first(value));
    return new Content.Unsupported(kind, fault.map(Faults::words).orElse(""));
  }
}
