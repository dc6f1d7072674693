package dev.relevo.eval.play;

import java.io.PrintWriter;
import java.util.List;

/// How the conversations of a script went, by the provider's own log and the service's ledger.
///
/// @param deliveries of the messages, some of which come more than once
/// @param lost messages without their whole answer
/// @param doubledReplies messages that more than one turn answered
/// @param wrongOrder against what was surely first: one message acknowledged before the other was
///   sent
/// @param wrongOrderOfLedger against the order of commit in the ledger
/// @param doubledSends parcels taken twice
/// @param onTheWire parcels of which the service could not know that the provider had them
/// @param unexplained parcels taken twice that are not among these
/// @param strangers sends that answer no message: must be none
/// @param otherwise what turns came to that were not replies, and why they were handed over
public record Outcome(
    int messages,
    int deliveries,
    int lost,
    int doubledReplies,
    int wrongOrder,
    int wrongOrderOfLedger,
    int doubledSends,
    int onTheWire,
    int unexplained,
    int strangers,
    List<String> otherwise) {

  public Outcome {
    otherwise = List.copyOf(otherwise);
  }

  /// Whether nothing was lost, doubled or disordered beyond what cannot be known.
  public boolean clean() {
    return lost + doubledReplies + wrongOrder + wrongOrderOfLedger + unexplained + strangers == 0
        && doubledSends <= onTheWire;
  }

  /// The counts, a line each.
  public void print(PrintWriter out) {
    out.println("  lost              " + lost);
    out.println("  doubled replies   " + doubledReplies);
    out.printf("  wrong order       %d (by the ledger: %d)%n", wrongOrder, wrongOrderOfLedger);
    out.printf(
        "  doubled sends     %d (on the wire at the troubles: %d; not explained by these: %d)%n",
        doubledSends, onTheWire, unexplained);
    out.println("  answers to nobody " + strangers);
    otherwise.forEach(it -> out.println("  no reply but      " + it));
  }
}
