package dev.relevo.crm.conversation;

import java.util.regex.Pattern;

/// A message in one line of an inbox, the same in every language.
final class Preview {
  private static final int LENGTH = 140;
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private Preview() {}

  static String of(Content content) {
    var line = BLANKS.matcher(line(content)).replaceAll(" ").strip();
    if (line.length() <= LENGTH) {
      return line;
    }
    var end = Character.isHighSurrogate(line.charAt(LENGTH - 1)) ? LENGTH - 1 : LENGTH;
    return line.substring(0, end) + "…";
  }

  private static String line(Content content) {
    return switch (content) {
      case Content.Text it -> it.body();
      case Content.Choice it -> it.body();
      case Content.Picked it -> it.label();
      case Content.Media it ->
          sign(it.kind()) + " " + (it.caption().isBlank() ? it.name() : it.caption());
      case Content.Place it -> "📍 " + (it.name().isBlank() ? it.address() : it.name());
      case Content.Cards it ->
          "👤 " + String.join(", ", it.cards().stream().map(Content.Card::name).toList());
      case Content.Reaction it -> it.emoji();
      case Content.Order it -> "🛒 " + it.text();
      case Content.Form it -> "📝 " + it.name();
      case Content.Template it -> "✉️ " + it.name();
      case Content.Notice it -> it.text();
      case Content.Unsupported _ -> "❔";
    };
  }

  private static String sign(Content.MediaKind kind) {
    return switch (kind) {
      case IMAGE, STICKER -> "📷";
      case VIDEO -> "🎬";
      case AUDIO, VOICE -> "🎤";
      case DOCUMENT -> "📄";
    };
  }
}
