package dev.relevo.bot.console.matrix;

import dev.relevo.bot.access.Door;
import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.console.NotHere;
import dev.relevo.bot.responder.Responders;
import dev.relevo.crm.team.Role;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.Workspaces;
import dev.relevo.knowledge.matrix.Matrices;
import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.MatrixFile;
import dev.relevo.knowledge.matrix.MatrixVersion;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
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

/// The matrix's page: rows, versions, a question to try.
@Controller
@Door(Role.AGENT)
class MatrixController {

  private final Matrices matrices;
  private final Workspaces workspaces;
  private final Trying trying;
  private final Clock clock;

  MatrixController(Matrices matrices, Workspaces workspaces, Trying trying, Clock clock) {
    this.matrices = matrices;
    this.workspaces = workspaces;
    this.trying = trying;
    this.clock = clock;
  }

  /// A line of the list of versions.
  record Version(int number, String at, String by, String note, int rows) {}

  @GetMapping("/console/matrix")
  String page(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String only,
      @RequestParam(name = "try", defaultValue = "") String question,
      Model model) {
    rows(me, q, only, model);
    model.addAttribute("question", question);
    Trying.text(question)
        .ifPresent(it ->
            model.addAttribute(
                "tried", trying.question(me, Responders.Matter.PUBLISHED, it, me.language())));
    return "console/matrix/page";
  }

  @GetMapping("/console/matrix/rows")
  String lines(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String only,
      Model model) {
    rows(me, q, only, model);
    return "console/matrix/page :: rows";
  }

  @GetMapping("/console/matrix/try")
  String tryOut(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(name = "try", defaultValue = "") String question,
      @RequestParam(defaultValue = "") String language,
      Model model) {
    var spoken = Language.of(language).orElse(workspaces.find(me.workspace()).language());
    Trying.text(question)
        .ifPresent(it ->
            model.addAttribute(
                "tried", trying.question(me, Responders.Matter.PUBLISHED, it, spoken)));
    return "console/matrix/page :: tried";
  }

  @GetMapping("/console/matrix/versions")
  String versions(@AuthenticationPrincipal SignedIn me, Model model) {
    model.addAttribute(
        "versions",
        matrices.history(me.workspaceNumber()).stream().map(it -> version(me, it)).toList());
    model.addAttribute("newest", matrices.publishedNumber(me.workspaceNumber()).orElse(0));
    return "console/matrix/versions";
  }

  /// A version as a file; 0 stands for the published one.
  @GetMapping("/console/matrix/versions/{number:[0-9]{1,9}}/file")
  ResponseEntity<byte[]> file(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable int number,
      @RequestParam(defaultValue = "xlsx") String format) {
    var kind = "csv".equals(format) ? MatrixFile.Format.CSV : MatrixFile.Format.XLSX;
    var found =
        (number == 0
                ? matrices.published(me.workspaceNumber())
                : matrices.version(me.workspaceNumber(), number))
            .orElseThrow(() -> new NotHere("no such version"));
    var name = "matrix-v%d.%s".formatted(found.number(), kind.extension());
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(kind.mediaType()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(MatrixFile.write(found.matrix(), kind, me.language().locale()));
  }

  private void rows(SignedIn me, String q, String only, Model model) {
    var published = matrices.published(me.workspaceNumber());
    var matrix = published.map(Matrices.Published::matrix).orElseGet(() -> new Matrix(List.of()));
    var zone = workspaces.find(me.workspace()).zone();
    model.addAttribute(
        "page", MatrixPage.of(matrix, q, only, clock.instant().atZone(zone).toLocalDate()));
    model.addAttribute("q", q);
    model.addAttribute("only", only.toLowerCase(Locale.ROOT));
    model.addAttribute("number", published.map(Matrices.Published::number).orElse(0));
    model.addAttribute("publishedBy", published.map(Matrices.Published::by).orElse(""));
    model.addAttribute("publishedAt", published.map(it -> day(me, it.at())).orElse(""));
    model.addAttribute("language", workspaces.find(me.workspace()).language().code());
  }

  private Version version(SignedIn me, MatrixVersion it) {
    return new Version(it.number(), day(me, it.at()), it.by(), it.note(), it.rows());
  }

  private String day(SignedIn me, Instant at) {
    return DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", me.language().locale())
        .format(at.atZone(workspaces.find(me.workspace()).zone()));
  }
}
