package dev.relevo.bot.api;

import dev.relevo.bot.access.ApiCaller;
import dev.relevo.bot.access.Needs;
import dev.relevo.bot.access.Scope;
import dev.relevo.bot.problem.Fault.Kind;
import dev.relevo.bot.problem.Problem;
import dev.relevo.bot.problem.Refused;
import dev.relevo.crm.workspace.Workspaces;
import dev.relevo.knowledge.draft.DraftRow;
import dev.relevo.knowledge.matrix.Matrices;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// The matrix's rows: those of the draft are read and changed, those of a version are read.
@RestController
class RowsController {

  private static final String ROWS = "/api/v1/matrix/rows";
  private static final String ROW = ROWS + "/{id}";
  private static final String MERGE_PATCH = "application/merge-patch+json";
  private static final int PAGE = 50;
  private static final int LONGEST_PAGE = 200;

  private final RowLists lists;
  private final DraftEdits edits;
  private final Matrices matrices;
  private final Workspaces workspaces;
  private final Once once;

  RowsController(
      RowLists lists, DraftEdits edits, Matrices matrices, Workspaces workspaces, Once once) {
    this.lists = lists;
    this.edits = edits;
    this.matrices = matrices;
    this.workspaces = workspaces;
    this.once = once;
  }

  @GetMapping(ROWS)
  @Needs(Scope.MATRIX_READ)
  ResponseEntity<byte[]> list(
      @AuthenticationPrincipal ApiCaller caller, HttpServletRequest request) {
    var query =
        Query.of(request, "version", "category", "language", "state", "text", "cursor", "limit");
    var page =
        lists.page(
            caller.workspace().value(),
            which(caller, query),
            RowFilter.of(query),
            query.text("cursor"),
            query.number("limit", 1, LONGEST_PAGE, PAGE));
    return Answer.of(Answer.OK, page).response();
  }

  @GetMapping(ROW)
  @Needs(Scope.MATRIX_READ)
  ResponseEntity<byte[]> one(
      @AuthenticationPrincipal ApiCaller caller,
      @PathVariable String id,
      HttpServletRequest request) {
    var row = RowAddress.read(id);
    return switch (which(caller, Query.of(request, "version"))) {
      case Which.Draft _ -> one(edits.row(caller, row), request);
      case Which.Version(var number) ->
          Answer.of(
                  Answer.OK,
                  matrices
                      .row(caller.workspace().value(), number, row)
                      .map(RowWriter::written)
                      .orElseThrow(() -> new Refused(Problem.ROW_UNKNOWN, row)))
              .response();
    };
  }

  /// One row, or `{"rows": […]}`: all of them or none.
  @PostMapping(path = ROWS, consumes = MediaType.APPLICATION_JSON_VALUE)
  @Needs(Scope.MATRIX_WRITE)
  ResponseEntity<byte[]> add(@AuthenticationPrincipal ApiCaller caller, HttpServletRequest request)
      throws IOException {
    Query.of(request);
    var body = Body.json(request);
    return once.answer(caller, request, body, () -> added(caller, body.tree())).response();
  }

  @PutMapping(path = ROW, consumes = MediaType.APPLICATION_JSON_VALUE)
  @Needs(Scope.MATRIX_WRITE)
  ResponseEntity<byte[]> put(
      @AuthenticationPrincipal ApiCaller caller,
      @PathVariable String id,
      HttpServletRequest request)
      throws IOException {
    var row = named(request, id);
    var seen = RowTag.seen(request, row.value());
    return written(edits.put(caller, read(caller, Body.json(request).tree(), row), seen));
  }

  /// Changes what the body names (RFC 7396); `null` takes a field's value away.
  @PatchMapping(
      path = ROW,
      consumes = {MERGE_PATCH, MediaType.APPLICATION_JSON_VALUE})
  @Needs(Scope.MATRIX_WRITE)
  ResponseEntity<byte[]> patch(
      @AuthenticationPrincipal ApiCaller caller,
      @PathVariable String id,
      HttpServletRequest request)
      throws IOException {
    var row = named(request, id);
    var seen = RowTag.seen(request, row.value());
    var patch = Body.json(request).tree();
    var now = edits.row(caller, row);
    var merged = MergePatch.applied(patch, RowWriter.written(now));
    var based = seen == RowTag.ANY ? now.revision() : seen;
    return written(edits.put(caller, read(caller, merged, row), based));
  }

  @DeleteMapping(ROW)
  @Needs(Scope.MATRIX_WRITE)
  ResponseEntity<byte[]> leave(
      @AuthenticationPrincipal ApiCaller caller,
      @PathVariable String id,
      HttpServletRequest request) {
    var row = named(request, id);
    return written(edits.leave(caller, row, RowTag.seen(request, row.value())));
  }

  private Answer added(ApiCaller caller, JsonNode body) {
    var reader = new RowReader(language(caller));
    var isBatch = body.has("rows");
    var rows = isBatch ? batch(body, reader) : List.of(reader.row(body, ""));
    reader.refuseFaults();
    var stored = edits.add(caller, rows);
    if (isBatch) {
      var json = JsonNodeFactory.instance.objectNode();
      stored.forEach(it -> json.withArray("rows").add(RowWriter.written(it)));
      return Answer.of(Answer.CREATED, json);
    }
    var row = stored.getFirst();
    return Answer.of(Answer.CREATED, RowWriter.written(row))
        .with("Location", RowWriter.ROWS + RowAddress.of(row.row().id()))
        .with("ETag", RowTag.of(row.revision()));
  }

  private static List<Row> batch(JsonNode body, RowReader reader) {
    var members = Members.of(body, "", reader.faults());
    var ids = new HashSet<RowId>();
    var rows =
        members.list(
            "rows",
            RowLimits.BATCH,
            (item, at) -> {
              var row = reader.row(item, at);
              if (reader.faults().isEmpty() && !ids.add(row.id())) {
                reader.fault(at + "/id", Kind.TWICE, row.id());
              }
              return Optional.of(row);
            });
    if (rows.isEmpty() && reader.faults().isEmpty()) {
      members.fault("rows", Kind.MISSING);
    }
    members.end();
    return rows;
  }

  private Row read(ApiCaller caller, JsonNode body, RowId id) {
    var reader = new RowReader(language(caller));
    var row = reader.row(body, id);
    reader.refuseFaults();
    return row;
  }

  private Which which(ApiCaller caller, Query query) {
    var named = query.text("version");
    return Which.of(named.isEmpty() ? "draft" : named, caller.workspace().value(), matrices);
  }

  private Locale language(ApiCaller caller) {
    return workspaces.find(caller.workspace()).language().locale();
  }

  private static RowId named(HttpServletRequest request, String id) {
    Query.of(request);
    return RowAddress.read(id);
  }

  private static ResponseEntity<byte[]> one(DraftRow row, HttpServletRequest request) {
    return RowTag.isKnown(request, row.revision())
        ? Answer.empty(Answer.NOT_MODIFIED).with("ETag", RowTag.of(row.revision())).response()
        : written(row);
  }

  private static ResponseEntity<byte[]> written(DraftRow row) {
    return Answer.of(Answer.OK, RowWriter.written(row))
        .with("ETag", RowTag.of(row.revision()))
        .response();
  }
}
