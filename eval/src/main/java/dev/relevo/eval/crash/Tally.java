package dev.relevo.eval.crash;

import dev.relevo.eval.play.Outcome;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;

/// What was counted in one act.
///
/// @param wounds one for each trouble that was played
/// @param discretion what the replicas' logs tell
record Tally(Outcome outcome, List<Wound> wounds, Discretion discretion, Duration took) {

  Tally {
    wounds = List.copyOf(wounds);
  }

  /// Whether nothing was lost, doubled or disordered beyond what cannot be known, and nothing told.
  boolean clean() {
    return outcome.clean() && discretion.kept();
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
    out.printf(
        "  log               %d lines (no JSON: %d; with words, numbers or secrets: %d)%n",
        discretion.lines(), discretion.broken().size(), discretion.telling().size());
  }
}
