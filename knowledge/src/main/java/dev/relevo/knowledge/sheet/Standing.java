package dev.relevo.knowledge.sheet;

import dev.relevo.knowledge.matrix.Problem;
import dev.relevo.knowledge.sentence.Sentence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How a sheet and its draft stand.
///
/// @param connectedBy who connected them
/// @param underWay a round is being made just now
/// @param due when the next round begins
/// @param pulledAt when the sheet was last read and understood
/// @param pushedAt when something was last written to it
/// @param fault why the last round came to nothing; empty if it did not
/// @param problems what makes the sheet no sound matrix, in its order, at most 20
/// @param conflicts cells both sides changed and nobody changed since
/// @param rounds the newest in which something was told, newest first, at most 10
public record Standing(
    Link link,
    String connectedBy,
    boolean underWay,
    Instant due,
    Optional<Instant> pulledAt,
    Optional<Instant> pushedAt,
    Optional<Sentence> fault,
    List<Problem> problems,
    List<Pulled.Conflict> conflicts,
    List<Round> rounds) {

  public Standing {
    problems = List.copyOf(problems);
    conflicts = List.copyOf(conflicts);
    rounds = List.copyOf(rounds);
  }
}
