package dev.relevo.bot.console.inbox;

import dev.relevo.bot.access.Door;
import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.console.NotHere;
import dev.relevo.crm.file.FileId;
import dev.relevo.crm.file.Files;
import dev.relevo.crm.team.Role;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/// What customers sent along. Shown in the page only when it is a picture, sound or film that a
/// browser cannot be harmed by; everything else is a download. Whatever it is, it runs nothing.
@Controller
@Door(Role.AGENT)
class FileController {

  private static final Set<String> SHOWN =
      Set.of(
          "image/png",
          "image/jpeg",
          "image/gif",
          "image/webp",
          "audio/ogg",
          "audio/mpeg",
          "audio/mp4",
          "audio/aac",
          "audio/amr",
          "audio/wav",
          "audio/webm",
          "video/mp4",
          "video/3gpp",
          "video/webm");

  private final Files files;

  FileController(Files files) {
    this.files = files;
  }

  @GetMapping("/console/files/{number:[1-9][0-9]{0,17}}")
  ResponseEntity<StreamingResponseBody> file(
      @AuthenticationPrincipal SignedIn me, @PathVariable long number) {
    var file =
        files
            .find(me.workspace(), new FileId(number))
            .orElseThrow(() -> new NotHere("no such file"));
    var mime = file.mime().split(";", 2)[0].strip().toLowerCase(java.util.Locale.ROOT);
    var shown = SHOWN.contains(mime);
    var disposition =
        (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
            .filename(file.name(), StandardCharsets.UTF_8)
            .build();
    return ResponseEntity.ok()
        .contentType(shown ? MediaType.parseMediaType(mime) : MediaType.APPLICATION_OCTET_STREAM)
        .contentLength(file.size())
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header(HttpHeaders.CACHE_CONTROL, "private, max-age=86400")
        .body(out -> files.copy(file.id(), out));
  }
}
