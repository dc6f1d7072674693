package dev.relevo.knowledge.matrix;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// An attachment in one cell: `image: https://…`, or the address alone, then the kind is taken from
/// its ending.
final class AttachmentCell {

  private static final Pattern KIND_AND_ADDRESS =
      Pattern.compile("(\\p{L}+)\\s*[: ]\\s*(\\S+://\\S+)");

  private static final Map<String, String> KINDS = new HashMap<>();

  static {
    kind("image", "imagen", "imagem", "foto", "jpg", "jpeg", "png", "gif", "webp");
    kind("video", "vídeo", "mp4", "3gp");
    kind("audio", "áudio", "mp3", "ogg", "m4a", "aac", "amr", "opus");
    kind("file", "archivo", "documento", "document", "arquivo");
  }

  private AttachmentCell() {}

  private static void kind(String kind, String... names) {
    KINDS.put(kind, kind);
    List.of(names).forEach(name -> KINDS.put(Folded.of(name), kind));
  }

  static String written(Row.Attachment attachment) {
    return attachment.kind() + ": " + attachment.url();
  }

  static Optional<Row.Attachment> read(String cell) {
    var both = KIND_AND_ADDRESS.matcher(cell);
    if (both.matches()) {
      var kind = Optional.ofNullable(KINDS.get(Folded.of(both.group(1))));
      return kind.flatMap(known -> of(known, both.group(2)));
    }
    return WebAddress.isValid(cell) ? of(kindOf(cell), cell) : Optional.empty();
  }

  private static Optional<Row.Attachment> of(String kind, String url) {
    return WebAddress.isValid(url) ? Optional.of(new Row.Attachment(kind, url)) : Optional.empty();
  }

  private static String kindOf(String url) {
    var path = Optional.ofNullable(URI.create(url).getPath()).orElse("");
    var ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return KINDS.getOrDefault(ending, "file");
  }
}
