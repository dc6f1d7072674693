package dev.relevo.knowledge.replay;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Past questions asked of a draft and of the published version.
///
/// @param revision of the draft
/// @param version that was published then
/// @param conversations how many of the newest were taken
/// @param questions how many different questions those had
/// @param done how many of them have been asked
/// @param same how many lead where they led
/// @param verdicts how many changes of each
/// @param kinds how many changes of each
public record Run(
    long id,
    long revision,
    int version,
    int conversations,
    State state,
    int questions,
    int done,
    int same,
    String by,
    Instant started,
    Optional<Instant> ended,
    Map<Change.Verdict, Integer> verdicts,
    Map<Change.Kind, Integer> kinds) {

  public Run {
    verdicts = Map.copyOf(verdicts);
    kinds = Map.copyOf(kinds);
  }

  /// Where it stands.
  public enum State {
    RUNNING,
    DONE,
    CANCELLED,
    /// It went wrong, or its process died.
    FAILED
  }
}
