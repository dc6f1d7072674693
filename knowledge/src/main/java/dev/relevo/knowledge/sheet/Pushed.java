package dev.relevo.knowledge.sheet;

import dev.relevo.knowledge.sentence.Sentence;
import java.time.Duration;
import java.util.Optional;

/// What became of writing to a sheet.
public sealed interface Pushed {

  /// The sheet says what we say.
  ///
  /// @param cells how many cells were written
  /// @param removed how many lines were taken out
  record Done(int cells, int removed) implements Pushed {}

  /// Google did not take it; a part of it may be written, and the next time is the rest.
  ///
  /// @param retryAfter how long Google asks us to wait; empty if it does not say
  record Refused(Sentence why, Optional<Duration> retryAfter) implements Pushed {}
}
