package dev.relevo.knowledge.proposal;

import dev.relevo.knowledge.draft.Editor;
import java.time.Instant;
import java.util.Optional;

/// A draft proposed to become the next version, as it was at a revision.
///
/// @param rows how many rows the version has
/// @param warnings how many warnings the checks gave
/// @param publishAt when it is to be published; not in the future: at once
public record Proposal(
    long id,
    long revision,
    int rows,
    int warnings,
    String note,
    Editor by,
    Instant at,
    Instant publishAt,
    Stage stage) {

  /// How far it has come.
  public sealed interface Stage {

    /// Somebody else must approve it.
    record Waiting() implements Stage {}

    /// It is published when its time has come.
    ///
    /// @param approval empty where the workspace wants none
    record Scheduled(Optional<Decision> approval) implements Stage {}

    /// It became a version.
    record Published(int version, Optional<Decision> approval) implements Stage {}

    /// It was not approved.
    record Rejected(Decision decision) implements Stage {}

    /// It was taken back before it was published.
    record Withdrawn(Decision decision) implements Stage {}
  }

  /// Who decided, and why.
  ///
  /// @param why may be empty
  public record Decision(Editor by, Instant at, String why) {}

  /// Whether it may still be published.
  public boolean isOpen() {
    return switch (stage) {
      case Stage.Waiting _, Stage.Scheduled _ -> true;
      case Stage.Published _, Stage.Rejected _, Stage.Withdrawn _ -> false;
    };
  }
}
