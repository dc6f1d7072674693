package dev.relevo.bot.channel.webchat;

import dev.relevo.bot.channel.webchat.Limits.Act;
import dev.relevo.bot.problem.Problem;
import dev.relevo.bot.problem.Refused;
import dev.relevo.crm.file.Files;
import dev.relevo.crm.sql.Column;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Files: what visitors send, and what is shown to them.
@RestController
final class VisitorFileController {

  /// Bytes of a file.
  static final long LIMIT = 10 * 1024 * 1024L;

  private static final int LONGEST_NAME = 120;

  /// For the page's file chooser only; what counts is what the bytes say.
  static final List<String> ACCEPTED =
      List.of(
          "image/*",
          "audio/*",
          "video/*",
          "application/pdf",
          ".docx",
          ".xlsx",
          ".pptx",
          ".txt",
          ".csv",
          ".zip");

  private final Limits limits;
  private final Files files;
  private final Attachments attachments;
  private final Uploads uploads;

  VisitorFileController(Limits limits, Files files, Attachments attachments, Uploads uploads) {
    this.limits = limits;
    this.files = files;
    this.attachments = attachments;
    this.uploads = uploads;
  }

  /// A stored file, to be named in a message.
  record Uploaded(String attachment, String name, String mime, long size) {}

  /// The bytes are the body; the name comes percent-encoded in `X-File-Name`.
  @PostMapping(OriginGate.PATH + "{channel}/files")
  @ResponseStatus(HttpStatus.CREATED)
  Uploaded upload(Visiting visiting, HttpServletRequest request) throws IOException {
    limits.count(Act.FILE, visiting);
    if (request.getContentLengthLong() > LIMIT) {
      throw new Refused(Problem.FILE_TOO_LARGE, LIMIT / 1_048_576);
    }
    var name = name(Optional.ofNullable(request.getHeader("X-File-Name")).orElse(""));
    var bytes = new BufferedInputStream(request.getInputStream(), 8 * 1024);
    bytes.mark(Sniffed.BYTES);
    var head = bytes.readNBytes(Sniffed.BYTES);
    bytes.reset();
    if (head.length == 0) {
      throw new Refused(Problem.FILE_EMPTY);
    }
    var sniffed =
        Sniffed.of(head, name).orElseThrow(() -> new Refused(Problem.FILE_TYPE_NOT_ALLOWED));
    var stored = uploads.store(visiting, name, sniffed, bytes);
    return new Uploaded(
        attachments.uploaded(visiting.visitor(), stored.id()),
        stored.name(),
        stored.mime(),
        stored.size());
  }

  /// Opened by nobody but the visitor's page: shown as a picture there, else saved. Whatever is in
  /// it runs nowhere.
  @GetMapping(OriginGate.PATH + "{channel}/files/{name}")
  void show(
      @RequestAttribute(OriginGate.CHANNEL) WebChatChannel channel,
      @PathVariable String name,
      HttpServletResponse response)
      throws IOException {
    var file =
        attachments
            .shown(channel, name)
            .flatMap(it -> files.find(channel.workspace(), it))
            .orElseThrow(() -> new Refused(Problem.FILE_GONE));
    response.setContentType(file.mime());
    response.setContentLengthLong(file.size());
    response.setHeader(
        "Content-Disposition",
        ContentDisposition.attachment()
            .filename(file.name(), StandardCharsets.UTF_8)
            .build()
            .toString());
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
    response.setHeader("Cache-Control", "private, max-age=21600, immutable");
    files.copy(file.id(), response.getOutputStream());
  }

  /// What the header calls it, without what a file system or a reader could be led astray by.
  static String name(String header) {
    try {
      var name = URLDecoder.decode(header.replace("+", "%2B"), StandardCharsets.UTF_8);
      var plain = name.replaceAll("[\\p{Cntrl}/\\\\\u202a-\u202e\u2066-\u2069]", "").strip();
      var cut = Column.clean(Column.end(plain, LONGEST_NAME));
      return cut.isEmpty() ? "archivo" : cut;
    } catch (IllegalArgumentException notEncoded) {
      throw new Refused(Problem.NOT_READABLE);
    }
  }
}
