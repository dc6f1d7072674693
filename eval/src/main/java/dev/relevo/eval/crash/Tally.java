package dev.relevo.eval.crash;

import dev.relevo.eval.play.Outcome;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;

/// What was counted in one act.
///
/// @param wounds one for each trouble that was played
record Tally(Outcome outcome, List<Wound> wounds, Duration took) {

  Tally {
    wounds = List.copyOf(wounds);
  }

  /// How many messages the troubles caught, in whatever phase.
  int hit() {
    return Wound.total(wounds).values().stream().mapToInt(Integer::intValue).sum();
  }

  void print(PrintWriter out) {
    out.printf(
        "  %d messages in %d deliveries, %d troubles, %d s%n",
        outcome.messages(), outcome.deliveries(), wounds.size(), took.toSeconds());
    out.println("  hits per phase    " + Wound.describe(Wound.total(wounds)));
    outcome.print(out);
  }
}
