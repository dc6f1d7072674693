package dev.relevo.bot.api;

import dev.relevo.bot.access.ApiCaller;
import dev.relevo.bot.problem.Problem;
import dev.relevo.bot.problem.Refused;
import dev.relevo.bot.review.Review;
import dev.relevo.crm.workspace.Language;
import dev.relevo.knowledge.check.Finding;
import dev.relevo.knowledge.check.Report;
import dev.relevo.knowledge.draft.Drafts;
import dev.relevo.knowledge.matrix.Matrices;
import dev.relevo.knowledge.proposal.Proposal;
import dev.relevo.knowledge.proposal.Proposals;
import dev.relevo.knowledge.proposal.Proposed;
import dev.relevo.knowledge.proposal.Wish;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Makes the draft the next version in a program's name. A program's own word is not enough where
/// the workspace wants versions approved: then it proposes, and a member decides in the console.
@Component
class Publishing {

  private final Matrices matrices;
  private final Drafts drafts;
  private final Review review;
  private final Proposals proposals;

  Publishing(Matrices matrices, Drafts drafts, Review review, Proposals proposals) {
    this.matrices = matrices;
    this.drafts = drafts;
    this.review = review;
    this.proposals = proposals;
  }

  /// The draft, looked through; outside any transaction, as long as training takes.
  ///
  /// @throws Refused if there is nothing to publish, or the checks found errors
  Wish checked(ApiCaller caller, Wanted wanted) {
    var workspace = caller.workspace().value();
    if (drafts.overview(workspace).changes() == 0) {
      throw new Refused(Problem.NOTHING_TO_PUBLISH);
    }
    var reviewed = review.now(caller.workspace());
    if (reviewed.report().errors() > 0) {
      throw erroneous(reviewed.report());
    }
    return new Wish(reviewed.revision(), reviewed.report(), wanted.note(), wanted.publishAt());
  }

  /// @param language of the warnings
  Answer proposed(ApiCaller caller, Wish wish, Language language) {
    var workspace = caller.workspace().value();
    return switch (proposals.propose(workspace, DraftEdits.editor(caller), wish, false)) {
      case Proposed.Accepted(var proposal) ->
          accepted(caller, proposal, warnings(wish.report(), language));
      case Proposed.Blocked _ -> throw erroneous(wish.report());
      case Proposed.Moved _ -> throw new Refused(Problem.DRAFT_CHANGED);
      case Proposed.Occupied(var open) -> throw new Refused(Problem.PROPOSAL_OPEN, open.id());
      case Proposed.NoAnswers _ -> throw new Refused(Problem.NOTHING_TO_PUBLISH);
    };
  }

  Answer rolledBack(ApiCaller caller, int version, String note) {
    var number =
        proposals
            .rollBack(caller.workspace().value(), version, DraftEdits.editor(caller), note)
            .orElseThrow(() -> new Refused(Problem.VERSION_UNKNOWN, version));
    return Answer.of(Answer.CREATED, version(caller, number)).with("Location", address(number));
  }

  ObjectNode version(ApiCaller caller, int number) {
    return matrices
        .about(caller.workspace().value(), number)
        .map(VersionWriter::written)
        .orElseThrow(() -> new Refused(Problem.VERSION_UNKNOWN, number));
  }

  /// A version that is there is created; one that waits is only accepted.
  private Answer accepted(ApiCaller caller, Proposal proposal, ArrayNode warnings) {
    if (proposal.stage() instanceof Proposal.Stage.Published(var number, _)) {
      var json = version(caller, number);
      json.set("warnings", warnings);
      return Answer.of(Answer.CREATED, json).with("Location", address(number));
    }
    var json = JsonNodeFactory.instance.objectNode();
    json.set("proposal", VersionWriter.written(proposal));
    json.set("warnings", warnings);
    return Answer.of(Answer.ACCEPTED, json);
  }

  private static String address(int number) {
    return "/api/v1/matrix/versions/" + number;
  }

  private static Refused erroneous(Report report) {
    var first = report.findings().stream().filter(Finding::isError).findFirst().orElseThrow();
    return new Refused(Problem.MATRIX_HAS_ERRORS, report.errors(), first.row())
        .inWords(
            "errors",
            language ->
                report.findings().stream()
                    .filter(Finding::isError)
                    .limit(FindingWriter.MOST)
                    .map(it -> FindingWriter.written(it, language))
                    .toList());
  }

  private static ArrayNode warnings(Report report, Language language) {
    var json = JsonNodeFactory.instance.arrayNode();
    report.findings().stream()
        .filter(it -> !it.isError())
        .limit(FindingWriter.MOST)
        .forEach(it -> json.add(FindingWriter.written(it, language)));
    return json;
  }
}
