package dev.relevo.bot.console.document;

import dev.relevo.bot.access.Door;
import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.console.NotUnderstood;
import dev.relevo.crm.team.Role;
import dev.relevo.crm.workspace.Workspaces;
import dev.relevo.knowledge.matrix.MatrixFile;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.suggestion.Suggested;
import dev.relevo.knowledge.suggestion.Suggestions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Taking over what the business has elsewhere: rows are suggested from a file or a page, looked
/// at, and downloaded as a matrix file.
@Controller
@Door(Role.MANAGER)
class SuggestionController {

  private static final int LISTED = 200;
  private static final String RESULT = "console/document/suggest :: result";

  private final Suggestions suggestions;
  private final Workspaces workspaces;

  SuggestionController(Suggestions suggestions, Workspaces workspaces) {
    this.suggestions = suggestions;
    this.workspaces = workspaces;
  }

  /// A suggested row's line.
  record Line(String id, String language, String question, int variants, String answer) {}

  @GetMapping("/console/documents/suggestions")
  String page() {
    return "console/document/suggest";
  }

  @PostMapping("/console/documents/suggestions")
  String look(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(defaultValue = "") String address,
      Model model)
      throws IOException {
    var locale = me.language().locale();
    switch (suggested(me, file, address)) {
      case Suggested.Refused(var why) -> model.addAttribute("refusal", why.in(locale));
      case Suggested.Rows rows -> {
        var all = rows.rows().rows();
        model.addAttribute("count", all.size());
        model.addAttribute(
            "lines", all.stream().limit(LISTED).map(SuggestionController::line).toList());
        model.addAttribute("leftOut", rows.leftOut().stream().map(it -> it.in(locale)).toList());
      }
    }
    return RESULT;
  }

  /// The same rows as a file that the matrix's import takes.
  @PostMapping("/console/documents/suggestions/file")
  ResponseEntity<byte[]> file(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(defaultValue = "") String address)
      throws IOException {
    return switch (suggested(me, file, address)) {
      case Suggested.Refused(var why) -> throw new NotUnderstood(why.key());
      case Suggested.Rows rows ->
          ResponseEntity.ok()
              .contentType(MediaType.parseMediaType(MatrixFile.Format.XLSX.mediaType()))
              .header(
                  HttpHeaders.CONTENT_DISPOSITION,
                  ContentDisposition.attachment()
                      .filename("relevo.xlsx", StandardCharsets.UTF_8)
                      .build()
                      .toString())
              .body(MatrixFile.write(rows.rows(), MatrixFile.Format.XLSX, me.language().locale()));
    };
  }

  private Suggested suggested(SignedIn me, @Nullable MultipartFile file, String address)
      throws IOException {
    Locale language = workspaces.find(me.workspace()).language().locale();
    return file != null && !file.isEmpty()
        ? suggestions.fromFile(file.getBytes(), language)
        : suggestions.fromPage(address, language);
  }

  private static Line line(Row row) {
    return new Line(
        row.id().value(),
        row.language().toLanguageTag(),
        row.question(),
        row.variants().size(),
        row.answer());
  }
}
