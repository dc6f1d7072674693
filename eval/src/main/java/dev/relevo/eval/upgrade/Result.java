package dev.relevo.eval.upgrade;

import dev.relevo.eval.play.Outcome;
import java.io.PrintWriter;
import java.util.List;

/// What came of an [Upgrade].
///
/// @param answered by each replica before it was asked to end; those of the second version last
/// @param sideBySide of these, what the old and what the new one answered while both were there
/// @param killed replicas that did not end when they were asked to
/// @param again times that a delivery had to come again
/// @param receipts of the provider that were taken
/// @param untaken receipts that were not
record Result(
    Outcome outcome,
    List<Part> answered,
    List<Part> sideBySide,
    int killed,
    int again,
    long receipts,
    long untaken) {

  Result {
    answered = List.copyOf(answered);
    sideBySide = List.copyOf(sideBySide);
  }

  /// Messages that a replica answered.
  record Part(String replica, long messages) {

    /// Without what it had answered then.
    Part since(Part before) {
      return new Part(replica, messages - before.messages);
    }
  }

  /// Whether nothing was lost, doubled or disordered, every replica did its part, and those that
  /// were asked to end did.
  boolean good() {
    return outcome.clean()
        && answered.stream().allMatch(it -> it.messages() > 0)
        && sideBySide.stream().allMatch(it -> it.messages() > 0)
        && killed == 0
        && untaken == 0;
  }

  void print(PrintWriter out) {
    out.printf(
        "  %d messages in %d deliveries, which were told to come again %d times%n",
        outcome.messages(), outcome.deliveries(), again);
    out.println("  answered, before it was asked to end");
    answered.forEach(it -> print(it, out));
    out.println("  of these while both versions were there");
    sideBySide.forEach(it -> print(it, out));
    outcome.print(out);
    out.printf("  receipts          %d taken, %d not%n", receipts, untaken);
    out.println("  killed at the end " + killed);
    out.println(good() ? "nothing lost, doubled or disordered" : "NOT AS IT MUST BE");
  }

  private static void print(Part part, PrintWriter out) {
    out.printf("    %-15s %d%n", part.replica(), part.messages());
  }
}
