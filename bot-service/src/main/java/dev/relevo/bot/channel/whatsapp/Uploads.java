package dev.relevo.bot.channel.whatsapp;

import dev.relevo.bot.channel.whatsapp.GraphApi.Reply;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.file.FileId;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/// Our own files, given to Meta before a message names them.
final class Uploads {

  private final GraphApi api;
  private final String phoneNumberId;
  private final Source files;

  Uploads(GraphApi api, String phoneNumberId, Source files) {
    this.api = api;
    this.phoneNumberId = phoneNumberId;
    this.files = files;
  }

  /// Where our own files are.
  interface Source {
    void copy(FileId file, OutputStream to);
  }

  /// How it ended.
  sealed interface Uploaded {

    record As(String mediaId) implements Uploaded {}

    record Lost(String why) implements Uploaded {}

    /// Refused; the answer says why.
    record Answered(Reply<byte[]> reply) implements Uploaded {}
  }

  /// By way of a file on disk: a video is not kept whole in memory.
  Uploaded upload(FileId file, Content.Media media) {
    try {
      var copy = Files.createTempFile("relevo-upload", "");
      try {
        try (var out = Files.newOutputStream(copy)) {
          files.copy(file, out);
        }
        return send(copy, media);
      } finally {
        Files.deleteIfExists(copy);
      }
    } catch (IOException | UncheckedIOException failed) {
      return new Uploaded.Lost("the file could not be read: " + failed.getClass().getSimpleName());
    }
  }

  private Uploaded send(Path copy, Content.Media media) throws IOException {
    var boundary = "relevo-" + UUID.randomUUID();
    var reply =
        api.post(
            "/" + phoneNumberId + "/media",
            "multipart/form-data; boundary=" + boundary,
            form(boundary, copy, media));
    return switch (reply) {
      case Reply.Answered<byte[]>(var status, var body) when status == 200 -> {
        var id = Wire.text(Verdict.read(body), "id");
        yield id.isEmpty() ? new Uploaded.Lost("no id came back") : new Uploaded.As(id);
      }
      case Reply.Answered<byte[]> refused -> new Uploaded.Answered(refused);
      case Reply.Unreached<byte[]> unreached -> new Uploaded.Answered(unreached);
      case Reply.Lost<byte[]>(var why) -> new Uploaded.Lost(why);
    };
  }

  private static BodyPublisher form(String boundary, Path copy, Content.Media media)
      throws IOException {
    var mime = plain(media.mime(), "application/octet-stream");
    var head =
        """
        --%1$s
        Content-Disposition: form-data; name="messaging_product"

        whatsapp
        --%1$s
        Content-Disposition: form-data; name="type"

        %2$s
        --%1$s
        Content-Disposition: form-data; name="file"; filename="%3$s"
        Content-Type: %2$s

        """
            .formatted(boundary, mime, plain(media.name(), "file"));
    return BodyPublishers.concat(
        BodyPublishers.ofString(head.replace("\n", "\r\n")),
        BodyPublishers.ofFile(copy),
        BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
  }

  /// Nothing that could end a line or a quoted word of the form.
  private static String plain(String value, String otherwise) {
    var plain = value.replaceAll("[^ -~]|[\"\\\\]", "_").strip();
    return plain.isEmpty() ? otherwise : plain;
  }
}
