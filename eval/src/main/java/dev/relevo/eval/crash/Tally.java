package dev.relevo.eval.crash;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;

/// What was counted in one act, from the provider's own log.
///
/// @param wounds one for each trouble that was played
/// @param onTheWire parcels the provider had read at a trouble, and the service did not know it
/// @param wrongOrder against what was surely first: one message acknowledged before the other was
///   sent
/// @param wrongOrderOfLedger against the order of commit in the ledger
/// @param unexplained parcels taken twice that were not on the wire at any trouble
/// @param strangers sends that answer no message: must be none
/// @param discretion what the replicas' logs tell
record Tally(
    int messages,
    int deliveries,
    List<Wound> wounds,
    int onTheWire,
    int lost,
    int doubledReplies,
    int wrongOrder,
    int wrongOrderOfLedger,
    int doubledSends,
    int unexplained,
    int strangers,
    Discretion discretion,
    Duration took) {

  Tally {
    wounds = List.copyOf(wounds);
  }

  /// Whether nothing was lost, doubled or disordered beyond what cannot be known, and nothing told.
  boolean clean() {
    return lost + doubledReplies + wrongOrder + wrongOrderOfLedger + unexplained + strangers == 0
        && doubledSends <= onTheWire
        && discretion.kept();
  }

  /// How many messages the troubles caught, in whatever phase.
  int hit() {
    return Wound.total(wounds).values().stream().mapToInt(Integer::intValue).sum();
  }

  void print(PrintWriter out) {
    out.printf(
        "  %d messages in %d deliveries, %d troubles, %d s%n",
        messages, deliveries, wounds.size(), took.toSeconds());
    out.println("  hits per phase    " + Wound.describe(Wound.total(wounds)));
    out.println("  lost              " + lost);
    out.println("  doubled replies   " + doubledReplies);
    out.printf("  wrong order       %d (by the ledger: %d)%n", wrongOrder, wrongOrderOfLedger);
    out.printf(
        "  doubled sends     %d (on the wire at the troubles: %d; not explained by these: %d)%n",
        doubledSends, onTheWire, unexplained);
    out.println("  answers to nobody " + strangers);
    out.printf(
        "  log               %d lines (no JSON: %d; with words, numbers or secrets: %d)%n",
        discretion.lines(), discretion.broken().size(), discretion.telling().size());
  }
}
