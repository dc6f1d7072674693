package dev.relevo.bot.channel.whatsapp;

import dev.relevo.crm.conversation.Content;
import java.util.ArrayList;
import java.util.List;

/// Cuts what is too long for one request, at the end of a paragraph, a line, a sentence or a word,
/// in this order of liking.
final class Pieces {

  static final int TEXT = 4096;
  static final int CAPTION = 1024;

  /// Over buttons; lists take more, but did not always.
  static final int QUESTION = 1024;

  private static final List<String> SEAMS = List.of("\n\n", "\n", ". ", "? ", "! ", " ");

  private Pieces() {}

  static List<Content> of(Content content) {
    return switch (content) {
      case Content.Text(var body) when body.length() > TEXT -> texts(body);
      case Content.Choice choice when choice.body().length() > QUESTION -> choice(choice);
      case Content.Media media when tooLong(media) -> media(media);
      case Content.Text _,
          Content.Choice _,
          Content.Picked _,
          Content.Media _,
          Content.Place _,
          Content.Cards _,
          Content.Reaction _,
          Content.Order _,
          Content.Form _,
          Content.Template _,
          Content.Notice _,
          Content.Unsupported _ ->
          List.of(content);
    };
  }

  /// The text in pieces of at most that length; nothing but blanks is lost.
  static List<String> cut(String text, int longest) {
    var pieces = new ArrayList<String>();
    var rest = text.strip();
    while (rest.length() > longest) {
      var end = seam(rest, longest);
      pieces.add(rest.substring(0, end).strip());
      rest = rest.substring(end).strip();
    }
    if (!rest.isEmpty() || pieces.isEmpty()) {
      pieces.add(rest);
    }
    return pieces;
  }

  private static int seam(String text, int longest) {
    for (var seam : SEAMS) {
      var end = text.lastIndexOf(seam, longest - seam.length()) + seam.length();
      // A short first piece is worse than a rougher seam.
      if (end - seam.length() >= longest / 2) {
        return end;
      }
    }
    return Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
  }

  private static List<Content> texts(String body) {
    return cut(body, TEXT).stream().<Content>map(Content.Text::new).toList();
  }

  private static List<Content> choice(Content.Choice choice) {
    var question = cut(choice.body(), QUESTION).getLast();
    var before = choice.body().strip();
    var pieces = new ArrayList<>(texts(before.substring(0, before.length() - question.length())));
    pieces.add(new Content.Choice(question, choice.options()));
    return pieces;
  }

  private static boolean tooLong(Content.Media media) {
    return media.caption().length() > CAPTION || (silent(media) && !media.caption().isBlank());
  }

  /// Meta takes no words with a sound.
  private static boolean silent(Content.Media media) {
    return media.kind() == Content.MediaKind.AUDIO || media.kind() == Content.MediaKind.VOICE;
  }

  private static List<Content> media(Content.Media media) {
    var pieces = new ArrayList<Content>();
    pieces.add(
        new Content.Media(
            media.kind(),
            media.file(),
            media.link(),
            "",
            media.name(),
            media.mime(),
            media.failure()));
    pieces.addAll(texts(media.caption()));
    return pieces;
  }
}
