package dev.relevo.bot.channel.whatsapp;

import dev.relevo.crm.conversation.Content.MediaKind;
import java.util.Optional;
import java.util.Set;

/// As what Meta takes a file: as a picture, a film or a sound only some types up to a size, and
/// everything else it knows as a document.
///
/// Source: the Cloud API's page on supported media, 2026.
final class Medium {

  private static final long MEGABYTE = 1024 * 1024L;
  private static final long PICTURE = 5 * MEGABYTE;
  private static final long FILM_OR_SOUND = 16 * MEGABYTE;
  private static final long DOCUMENT = 100 * MEGABYTE;

  private static final Set<String> PICTURES = Set.of("image/jpeg", "image/png");
  private static final Set<String> FILMS = Set.of("video/mp4", "video/3gpp");

  /// Ogg is not among them: only Opus in it is taken, which its first bytes do not tell.
  private static final Set<String> SOUNDS =
      Set.of("audio/aac", "audio/amr", "audio/mpeg", "audio/mp4");

  private Medium() {}

  static Optional<MediaKind> of(String mime, long size) {
    if (size > DOCUMENT) {
      return Optional.empty();
    }
    if (PICTURES.contains(mime) && size <= PICTURE) {
      return Optional.of(MediaKind.IMAGE);
    }
    if (FILMS.contains(mime) && size <= FILM_OR_SOUND) {
      return Optional.of(MediaKind.VIDEO);
    }
    return Optional.of(
        SOUNDS.contains(mime) && size <= FILM_OR_SOUND ? MediaKind.AUDIO : MediaKind.DOCUMENT);
  }
}
