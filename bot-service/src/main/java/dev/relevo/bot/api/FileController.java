package dev.relevo.bot.api;

import dev.relevo.bot.access.ApiCaller;
import dev.relevo.bot.access.Audited;
import dev.relevo.bot.access.Needs;
import dev.relevo.bot.access.Scope;
import dev.relevo.bot.audit.Act;
import dev.relevo.bot.problem.Problem;
import dev.relevo.bot.problem.Refused;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.Workspaces;
import dev.relevo.knowledge.draft.Drafts;
import dev.relevo.knowledge.matrix.Matrices;
import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.MatrixFile;
import dev.relevo.knowledge.matrix.MatrixImport;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// The matrix as a file, XLSX or CSV, out and in. A file goes into the draft, wholly or not at all.
@RestController
class FileController {

  private static final String FILE = "/api/v1/matrix/file";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Drafts drafts;
  private final DraftEdits edits;
  private final Matrices matrices;
  private final Workspaces workspaces;
  private final Once once;

  FileController(
      Drafts drafts, DraftEdits edits, Matrices matrices, Workspaces workspaces, Once once) {
    this.drafts = drafts;
    this.edits = edits;
    this.matrices = matrices;
    this.workspaces = workspaces;
    this.once = once;
  }

  /// What becomes of the draft's rows that a file does not have.
  enum Missing {
    KEEP,
    LEAVE
  }

  @GetMapping(FILE)
  @Audited(Act.MATRIX_EXPORTED)
  @Needs(Scope.MATRIX_READ)
  ResponseEntity<byte[]> out(
      @AuthenticationPrincipal ApiCaller caller, HttpServletRequest request) {
    var query = Query.of(request, "version", "format", "language");
    var format =
        query
            .one("format", MatrixFile.Format.values(), MatrixFile.Format::extension)
            .orElse(MatrixFile.Format.XLSX);
    var language = language(caller, query);
    var workspace = caller.workspace().value();
    var named = query.text("version");
    return switch (Which.of(named.isEmpty() ? "draft" : named, workspace, matrices)) {
      case Which.Draft _ -> {
        var snapshot = drafts.snapshot(workspace);
        yield file(format, "matrix-draft")
            .header(HttpHeaders.ETAG, RowTag.of(snapshot.revision()))
            .body(written(snapshot.matrix(), format, language));
      }
      case Which.Version(var number) -> {
        var matrix = matrices.version(workspace, number).orElseThrow().matrix();
        yield file(format, "matrix-v" + number).body(written(matrix, format, language));
      }
    };
  }

  /// Takes a file into the draft. `If-Match` names the draft's revision the file was made of.
  @PostMapping(
      path = FILE,
      consumes = {"text/csv", "text/plain", "application/octet-stream", XLSX})
  @Needs(Scope.MATRIX_WRITE)
  ResponseEntity<byte[]> in(@AuthenticationPrincipal ApiCaller caller, HttpServletRequest request)
      throws IOException {
    var query = Query.of(request, "missing", "language");
    var missing = query.one("missing", Missing.values(), it -> name(it)).orElse(Missing.KEEP);
    var language = language(caller, query);
    var seen = RowTag.seen(request, "draft");
    var body = Body.file(request, MatrixFile.mostMegabytes());
    var imported =
        switch (MatrixFile.read(body.bytes(), language.locale())) {
          case MatrixImport.Imported it -> it;
          case MatrixImport.Rejected it -> throw notAMatrix(it);
        };
    return once.answer(
            caller, request, body, () -> taken(caller, imported, seen, missing == Missing.LEAVE))
        .response();
  }

  private Answer taken(
      ApiCaller caller, MatrixImport.Imported imported, long seen, boolean othersLeave) {
    var before = drafts.snapshot(caller.workspace().value());
    var plan = FilePlan.of(before.matrix(), imported.matrix(), seen, othersLeave);
    edits.apply(caller, plan.edit());
    return Answer.of(Answer.OK, plan.written(imported.ignoredColumns(), imported.ignoredSheets()))
        .with("ETag", RowTag.of(drafts.revision(caller.workspace().value())));
  }

  private Language language(ApiCaller caller, Query query) {
    return query
        .one("language", Language.values(), Language::code)
        .orElseGet(() -> workspaces.find(caller.workspace()).language());
  }

  private static String name(Missing missing) {
    return missing.name().toLowerCase(Locale.ROOT);
  }

  private static ResponseEntity.BodyBuilder file(MatrixFile.Format format, String name) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(format.mediaType()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"%s.%s\"".formatted(name, format.extension()));
  }

  private static byte[] written(Matrix matrix, MatrixFile.Format format, Language language) {
    try {
      return MatrixFile.write(matrix, format, language.locale());
    } catch (IllegalArgumentException cellTooLong) {
      throw new Refused(Problem.CELL_TOO_LONG);
    }
  }

  private static Refused notAMatrix(MatrixImport.Rejected rejected) {
    return new Refused(Problem.FILE_NOT_A_MATRIX, rejected.problems().size() + rejected.more())
        .inWords(
            "errors",
            language -> rejected.problems().stream().map(it -> shown(it, language)).toList());
  }

  private static Map<String, Object> shown(
      dev.relevo.knowledge.matrix.Problem problem, Language language) {
    var shown = new LinkedHashMap<String, Object>();
    shown.put("sheet", problem.place().sheet());
    shown.put("row", problem.place().row());
    shown.put("column", problem.place().column());
    shown.put("code", problem.key());
    shown.put("detail", problem.in(language.locale()));
    return shown;
  }
}
