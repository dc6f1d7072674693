package dev.relevo.bot.console.document;

import dev.relevo.bot.access.Door;
import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.console.NotHere;
import dev.relevo.crm.team.Role;
import dev.relevo.crm.workspace.Language;
import dev.relevo.knowledge.document.Document;
import dev.relevo.knowledge.document.Documents;
import dev.relevo.knowledge.document.Schedule;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Looking at documents: the list, one document's passages, what a question finds.
@Controller
@Door(Role.MANAGER)
class DocumentController {

  private static final int PASSAGES = 50;
  private static final int FOUND = 5;

  private final Documents documents;
  private final DocumentLines lines;

  DocumentController(Documents documents, DocumentLines lines) {
    this.documents = documents;
    this.lines = lines;
  }

  /// A passage of the document that is shown.
  record Shown(String path, String words, String where, String language) {}

  @GetMapping("/console/documents")
  String page(@AuthenticationPrincipal SignedIn me, Model model) {
    fill(me, model);
    return "console/document/page";
  }

  @GetMapping("/console/documents/list")
  String list(@AuthenticationPrincipal SignedIn me, Model model) {
    fill(me, model);
    return "console/document/page :: list";
  }

  private void fill(SignedIn me, Model model) {
    var all = documents.all(me.workspaceNumber());
    model.addAttribute("documents", all.stream().map(it -> lines.line(me, it)).toList());
    model.addAttribute("underWay", all.stream().anyMatch(Document::isUnderWay));
    model.addAttribute("schedules", Schedule.values());
    model.addAttribute("limit", documents.limits().documents());
    model.addAttribute("language", me.language().code());
  }

  @GetMapping("/console/documents/try")
  String tryOut(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(defaultValue = "") String question,
      @RequestParam(defaultValue = "") String language,
      Model model) {
    var spoken = Language.of(language).orElse(me.language());
    model.addAttribute("asked", !question.isBlank());
    model.addAttribute(
        "hits",
        lines.hits(me, documents.passages(me.workspaceNumber(), question, spoken.locale(), FOUND)));
    return "console/document/page :: found";
  }

  @GetMapping("/console/documents/{number:[0-9]{1,18}}")
  String one(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable long number,
      @RequestParam(defaultValue = "0") int from,
      Model model) {
    var document = find(me, number);
    var start = Math.clamp(from, 0, document.passages());
    model.addAttribute("document", lines.line(me, document));
    model.addAttribute("passages", passages(me, number, start));
    model.addAttribute("from", start);
    model.addAttribute("next", start + PASSAGES);
    model.addAttribute("before", Math.max(0, start - PASSAGES));
    model.addAttribute("schedules", Schedule.values());
    return "console/document/one";
  }

  private List<Shown> passages(SignedIn me, long number, int from) {
    return documents.passagesOf(me.workspaceNumber(), number, from, PASSAGES).stream()
        .map(it ->
            new Shown(it.path(), it.words(), lines.where(me, it), it.language().getLanguage()))
        .toList();
  }

  /// The file as it was uploaded; never shown by the browser itself.
  @GetMapping("/console/documents/{number:[0-9]{1,18}}/file")
  ResponseEntity<byte[]> file(@AuthenticationPrincipal SignedIn me, @PathVariable long number) {
    var name = find(me, number).origin();
    var bytes =
        documents
            .file(me.workspaceNumber(), number)
            .orElseThrow(() -> new NotHere("a site has no file"));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(bytes);
  }

  private Document find(SignedIn me, long number) {
    return documents
        .find(me.workspaceNumber(), number)
        .orElseThrow(() -> new NotHere("no such document"));
  }
}
