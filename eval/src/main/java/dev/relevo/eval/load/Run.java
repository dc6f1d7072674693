package dev.relevo.eval.load;

import dev.relevo.eval.play.Script.Line;
import dev.relevo.eval.service.ProcessorTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What was seen of a stretch of load at one rate.
///
/// @param rate messages a second that were to be said
/// @param begun by [System#nanoTime]
/// @param played how long they were said
/// @param lines what was said, in order
/// @param looks from the first message to the last answer
/// @param drained how long after the last message the last answer came
/// @param statuses taken from the provider meanwhile
/// @param untaken statuses that it still had not taken when they were waited for no longer, of this
///   stretch or an earlier one; 0: it took all
/// @param spent processor time while they were said; empty when nobody knows the processes
/// @param heap what is left of it after a collection, in MB: before the first message and after the
///   last answer; empty when nobody knows the process
record Run(
    double rate,
    long begun,
    Duration played,
    List<Line> lines,
    List<Vitals.Look> looks,
    Duration drained,
    long statuses,
    long untaken,
    Optional<ProcessorTime> spent,
    Optional<Measured.Growth> heap) {

  Run {
    lines = List.copyOf(lines);
    looks = List.copyOf(looks);
  }

  /// Looks while messages were said.
  List<Vitals.Look> looksAtPlay() {
    return looks.stream().filter(it -> it.at() - begun <= played.toNanos()).toList();
  }
}
