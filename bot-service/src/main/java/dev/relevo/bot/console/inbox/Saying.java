package dev.relevo.bot.console.inbox;

import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.console.Words;
import dev.relevo.bot.console.inbox.Item.Said;
import dev.relevo.crm.conversation.Content;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Turns a message's content into what the page shows of it. Everything a customer wrote stays
/// text; links are made only to files we keep, to maps, and to media a row names by https.
final class Saying {

  private final Words words;
  private final SignedIn me;

  Saying(Words words, SignedIn me) {
    this.words = words;
    this.me = me;
  }

  Said of(Content content) {
    return switch (content) {
      case Content.Text it -> Said.text(it.body());
      case Content.Choice it ->
          new Said(
              "text", it.body(), "", "", it.options().stream().map(Content.Option::label).toList());
      case Content.Picked it -> new Said("picked", it.label(), "", "", List.of());
      case Content.Media it -> media(it);
      case Content.Place it -> place(it);
      case Content.Cards it -> labelled("cards", cards(it), "");
      case Content.Reaction it -> labelled("reaction", it.emoji(), "");
      case Content.Order it -> labelled("order", order(it), it.text());
      case Content.Form it -> labelled("form", it.name(), it.body());
      case Content.Template it ->
          labelled("template", it.name(), String.join(" · ", it.parameters()));
      case Content.Notice it -> labelled("notice", it.text(), "");
      case Content.Unsupported it -> labelled("unsupported", it.kind(), "");
    };
  }

  /// A word for the kind of content, with its own detail.
  private Said labelled(String kind, String detail, String body) {
    return new Said(kind, body, words.say(me, "content." + kind, detail), "", List.of());
  }

  private Said media(Content.Media media) {
    var name = media.name().isBlank() ? words.say(me, "content.file") : media.name();
    if (media.failure().isPresent()) {
      return new Said("lost", media.caption(), words.say(me, "content.lost", name), "", List.of());
    }
    var link =
        media
            .file()
            .map(it -> "/console/files/" + it.value())
            .or(() -> media.link().filter(it -> it.startsWith("https://")))
            .orElse("");
    if (link.isEmpty()) {
      return new Said(
          "coming", media.caption(), words.say(me, "content.coming", name), "", List.of());
    }
    // Shown in place only from our own store; elsewhere's pictures would tell elsewhere who looks.
    var kind = media.file().isPresent() ? kind(media) : "file";
    return new Said(kind, media.caption(), name, link, List.of());
  }

  private static String kind(Content.Media media) {
    return switch (media.kind()) {
      case IMAGE, STICKER -> "image";
      case VIDEO -> "video";
      case AUDIO, VOICE -> "audio";
      case DOCUMENT -> "file";
    };
  }

  private Said place(Content.Place place) {
    var point = String.format(Locale.ROOT, "%.6f,%.6f", place.latitude(), place.longitude());
    var label =
        place.name().isBlank() && place.address().isBlank()
            ? point
            : (place.name() + " " + place.address()).strip();
    var link =
        "https://www.openstreetmap.org/?mlat=%s&mlon=%s#map=17/%s"
            .formatted(
                point.substring(0, point.indexOf(',')),
                point.substring(point.indexOf(',') + 1),
                point.replace(',', '/'));
    return new Said("place", "", words.say(me, "content.place", label), link, List.of());
  }

  private static String cards(Content.Cards cards) {
    return cards.cards().stream()
        .map(it -> (it.name() + " " + String.join(", ", it.phones())).strip())
        .collect(Collectors.joining("; "));
  }

  private static String order(Content.Order order) {
    return order.items().stream()
        .map(it ->
            String.format(
                Locale.ROOT,
                "%s × %s (%s %s)",
                plain(it.quantity()),
                it.product(),
                plain(it.price()),
                it.currency()))
        .collect(Collectors.joining("; "));
  }

  private static String plain(double number) {
    return new java.math.BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
  }
}
