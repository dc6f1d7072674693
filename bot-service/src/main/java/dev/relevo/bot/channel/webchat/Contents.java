package dev.relevo.bot.channel.webchat;

import dev.relevo.crm.conversation.Content;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Puts what was said into the words of the protocol.
final class Contents {

  private final Attachments attachments;

  Contents(Attachments attachments) {
    this.attachments = attachments;
  }

  Map<String, Object> of(WebChatChannel channel, Content content) {
    return switch (content) {
      case Content.Text it -> Map.of("type", "text", "text", it.body());
      case Content.Picked it -> Map.of("type", "text", "text", it.label());
      case Content.Choice it ->
          Map.of(
              "type", "choice",
              "text", it.body(),
              "options", it.options().stream().map(Contents::option).toList());
      case Content.Media it -> media(channel, it);
      case Content.Place it ->
          Map.of(
              "type", "place",
              "latitude", it.latitude(),
              "longitude", it.longitude(),
              "name", it.name(),
              "address", it.address());
      case Content.Cards it -> Map.of("type", "text", "text", cards(it.cards()));
      case Content.Form it -> Map.of("type", "text", "text", it.body());
      case Content.Order it -> Map.of("type", "text", "text", it.text());
      case Content.Reaction it -> Map.of("type", "text", "text", it.emoji());
      case Content.Notice _, Content.Template _, Content.Unsupported _ -> Map.of("type", "other");
    };
  }

  private static Map<String, Object> option(Content.Option option) {
    var words = new LinkedHashMap<String, Object>();
    words.put("id", option.id());
    words.put("label", option.label());
    if (!option.description().isBlank()) {
      words.put("description", option.description());
    }
    option.link().filter(Contents::isWeb).ifPresent(it -> words.put("link", it));
    return words;
  }

  private Map<String, Object> media(WebChatChannel channel, Content.Media media) {
    var words = new LinkedHashMap<String, Object>();
    words.put("type", "file");
    words.put("kind", media.kind().name().toLowerCase(Locale.ROOT));
    words.put("name", media.name());
    words.put("mime", media.mime());
    words.put("text", media.caption());
    var path = OriginGate.PATH + channel.id().value() + "/files/";
    media
        .file()
        .ifPresentOrElse(
            it -> words.put("path", path + attachments.shown(channel, it)),
            () -> media.link().filter(Contents::isWeb).ifPresent(it -> words.put("link", it)));
    return words;
  }

  /// A page is only ever sent to the web, never to `javascript:` or the like.
  private static boolean isWeb(String link) {
    var lower = link.toLowerCase(Locale.ROOT);
    return lower.startsWith("https://") || lower.startsWith("http://");
  }

  private static String cards(List<Content.Card> cards) {
    return cards.stream()
        .map(it -> it.name() + " " + String.join(", ", it.phones()))
        .collect(Collectors.joining("\n"));
  }
}
