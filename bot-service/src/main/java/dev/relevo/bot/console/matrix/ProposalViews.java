package dev.relevo.bot.console.matrix;

import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.console.Words;
import dev.relevo.crm.team.Role;
import dev.relevo.knowledge.proposal.Proposal;
import dev.relevo.knowledge.proposal.Proposal.Decision;
import dev.relevo.knowledge.proposal.Proposal.Stage;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Proposals as a page shows them.
@Component
class ProposalViews {

  private final Words words;
  private final Today today;

  ProposalViews(Words words, Today today) {
    this.words = words;
    this.today = today;
  }

  /// @param sentence how far it has come
  /// @param why what was said when it was decided
  /// @param approvable whether whoever looks may approve it
  record View(
      long id,
      String by,
      String at,
      String note,
      int rows,
      int warnings,
      String sentence,
      String why,
      boolean waits,
      boolean approvable) {}

  View of(SignedIn me, Proposal proposal) {
    boolean waits = proposal.stage() instanceof Stage.Waiting;
    return new View(
        proposal.id(),
        proposal.by().name(),
        today.written(me, proposal.at()),
        proposal.note(),
        proposal.rows(),
        proposal.warnings(),
        sentence(me, proposal),
        decision(proposal.stage()).map(Decision::why).orElse(""),
        waits,
        waits && (proposal.by().id() != me.memberNumber() || me.may(Role.OWNER)));
  }

  private String sentence(SignedIn me, Proposal proposal) {
    return switch (proposal.stage()) {
      case Stage.Waiting _ -> words.say(me, "publish.waiting", proposal.by().name());
      case Stage.Scheduled _ ->
          words.say(me, "publish.scheduled", today.written(me, proposal.publishAt()));
      case Stage.Published(var version, var approval) ->
          approval
              .map(it -> words.say(me, "publish.published.by", version, it.by().name()))
              .orElseGet(() -> words.say(me, "publish.published", version));
      case Stage.Rejected(var decision) ->
          words.say(me, "publish.rejected", decision.by().name(), today.written(me, decision.at()));
      case Stage.Withdrawn(var decision) ->
          words.say(
              me, "publish.withdrawn", decision.by().name(), today.written(me, decision.at()));
    };
  }

  private static Optional<Decision> decision(Stage stage) {
    return switch (stage) {
      case Stage.Waiting _ -> Optional.empty();
      case Stage.Scheduled(var approval) -> approval;
      case Stage.Published(_, var approval) -> approval;
      case Stage.Rejected(var decision) -> Optional.of(decision);
      case Stage.Withdrawn(var decision) -> Optional.of(decision);
    };
  }
}
