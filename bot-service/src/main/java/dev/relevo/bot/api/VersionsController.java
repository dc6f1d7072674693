package dev.relevo.bot.api;

import dev.relevo.bot.access.ApiCaller;
import dev.relevo.bot.access.Audited;
import dev.relevo.bot.access.Needs;
import dev.relevo.bot.access.Scope;
import dev.relevo.bot.audit.Act;
import dev.relevo.bot.problem.Problem;
import dev.relevo.bot.problem.ProblemAnswer;
import dev.relevo.bot.problem.Refused;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.Workspaces;
import dev.relevo.knowledge.draft.Drafts;
import dev.relevo.knowledge.matrix.Matrices;
import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.MatrixDifference;
import dev.relevo.knowledge.proposal.Proposals;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.JsonNodeFactory;

/// The published versions: which there are, how they differ, the next one, and back to an older
/// one.
@RestController
class VersionsController {

  private static final String VERSIONS = "/api/v1/matrix/versions";

  private final Matrices matrices;
  private final Drafts drafts;
  private final Proposals proposals;
  private final Publishing publishing;
  private final Workspaces workspaces;
  private final Once once;

  VersionsController(
      Matrices matrices,
      Drafts drafts,
      Proposals proposals,
      Publishing publishing,
      Workspaces workspaces,
      Once once) {
    this.workspaces = workspaces;
    this.matrices = matrices;
    this.drafts = drafts;
    this.proposals = proposals;
    this.publishing = publishing;
    this.once = once;
  }

  /// The newest 200, newest first, and what is proposed to be the next.
  @GetMapping(VERSIONS)
  @Needs(Scope.MATRIX_READ)
  ResponseEntity<byte[]> all(
      @AuthenticationPrincipal ApiCaller caller, HttpServletRequest request) {
    Query.of(request);
    var workspace = caller.workspace().value();
    var json = JsonNodeFactory.instance.objectNode();
    var versions = json.putArray("versions");
    matrices.history(workspace).forEach(it -> versions.add(VersionWriter.written(it)));
    json.putNull("proposal");
    proposals.open(workspace).ifPresent(it -> json.set("proposal", VersionWriter.written(it)));
    return Answer.of(Answer.OK, json).response();
  }

  @GetMapping(VERSIONS + "/{number}")
  @Needs(Scope.MATRIX_READ)
  ResponseEntity<byte[]> one(
      @AuthenticationPrincipal ApiCaller caller,
      @PathVariable String number,
      HttpServletRequest request) {
    Query.of(request);
    return Answer.of(Answer.OK, publishing.version(caller, version(caller, number))).response();
  }

  /// What the second changes in the first; `draft` and `published` are versions here, too.
  @GetMapping(VERSIONS + "/{from}/diff/{to}")
  @Needs(Scope.MATRIX_READ)
  ResponseEntity<byte[]> difference(
      @AuthenticationPrincipal ApiCaller caller,
      @PathVariable String from,
      @PathVariable String to,
      HttpServletRequest request) {
    Query.of(request);
    var difference = MatrixDifference.between(matrix(caller, from), matrix(caller, to));
    return Answer.of(Answer.OK, VersionWriter.written(difference)).response();
  }

  /// Checks the draft and makes it the next version, or proposes it where somebody must approve.
  @PostMapping(VERSIONS)
  @Audited(Act.MATRIX_PROPOSED)
  @Needs(Scope.MATRIX_PUBLISH)
  ResponseEntity<byte[]> publish(
      @AuthenticationPrincipal ApiCaller caller, HttpServletRequest request) throws IOException {
    Query.of(request);
    var body = Body.json(request);
    var wanted = Wanted.read(body);
    var before = once.before(caller, request, body);
    if (before.isPresent()) {
      return before.get().response();
    }
    // What takes long, and may look at addresses elsewhere, comes before the transaction.
    var wish = publishing.checked(caller, wanted);
    var language = language(caller, request);
    return once.answer(caller, request, body, () -> publishing.proposed(caller, wish, language))
        .response();
  }

  /// What the caller asks for, else the workspace's.
  private Language language(ApiCaller caller, HttpServletRequest request) {
    return ProblemAnswer.accepted(request)
        .orElseGet(() -> workspaces.find(caller.workspace()).language());
  }

  /// Publishes an older version's rows again, as the newest; the draft stays as it is.
  @PostMapping(VERSIONS + "/{number}/rollback")
  @Audited(Act.MATRIX_ROLLED_BACK)
  @Needs(Scope.MATRIX_PUBLISH)
  ResponseEntity<byte[]> rollBack(
      @AuthenticationPrincipal ApiCaller caller,
      @PathVariable String number,
      HttpServletRequest request)
      throws IOException {
    Query.of(request);
    var body = Body.json(request);
    var note = Wanted.readNote(body);
    var version = version(caller, number);
    return once.answer(caller, request, body, () -> publishing.rolledBack(caller, version, note))
        .response();
  }

  private int version(ApiCaller caller, String text) {
    return switch (Which.of(text, caller.workspace().value(), matrices)) {
      case Which.Version(var number) -> number;
      case Which.Draft _ -> throw new Refused(Problem.VERSION_UNKNOWN, text);
    };
  }

  private Matrix matrix(ApiCaller caller, String text) {
    var workspace = caller.workspace().value();
    return switch (Which.of(text, workspace, matrices)) {
      case Which.Version(var number) ->
          matrices
              .version(workspace, number)
              .map(Matrices.Published::matrix)
              .orElseThrow(() -> new Refused(Problem.VERSION_UNKNOWN, text));
      case Which.Draft _ -> drafts.snapshot(workspace).matrix();
    };
  }
}
