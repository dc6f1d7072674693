package dev.relevo.eval.load;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Finds the highest rate that holds the limits: doubled or halved until it lies between two rates,
/// then halved between these. A rate that does not hold is tried once more: what else the machine
/// did, or the compilers of a program that has just begun, may have been in its way.
final class KneeSearch {

  private static final double LOWEST = 10;

  private final Trial trial;
  private final double precision;
  private final PrintWriter out;
  private final String name;
  private final List<Measured> steps = new ArrayList<>();
  private double good;
  private double bad = Double.POSITIVE_INFINITY;
  private double next;
  private boolean again;

  /// Lets customers write at a rate.
  interface Trial {
    Measured at(double rate) throws IOException, InterruptedException;
  }

  /// @param name what is searched, as printed
  /// @param start messages a second to begin with
  /// @param precision it ends when the rate that does not hold is less than so much higher, as a
  ///   share
  KneeSearch(String name, Trial trial, double start, double precision, PrintWriter out) {
    this.name = name;
    this.trial = trial;
    this.next = start;
    this.precision = precision;
    this.out = out;
  }

  String name() {
    return name;
  }

  /// Whether it is found.
  boolean done() {
    return good > 0 ? bad <= good * (1 + precision) : bad <= LOWEST;
  }

  /// Tries one rate.
  void advance() throws IOException, InterruptedException {
    var measured = trial.at(next);
    steps.add(measured);
    out.printf(
        Locale.ROOT,
        "%-7s %5.0f/s: webhook p50 %.0f p99 %.0f ms, turn p99 %.0f ms, %.2f ms of processor a"
            + " message, load %.1f: %s%n",
        name,
        next,
        measured.webhook().p50(),
        measured.webhook().p99(),
        measured.turn().p99(),
        measured.serviceMillis(),
        measured.load(),
        measured.holds() ? "holds" : String.join("; ", measured.broken()));
    if (!measured.holds() && !again) {
      again = true;
      return;
    }
    again = false;
    if (measured.holds()) {
      good = next;
    } else {
      bad = next;
    }
    next = Double.isInfinite(bad) ? good * 2 : good > 0 ? Math.sqrt(good * bad) : bad / 2;
  }

  /// The highest rate that held; 0 when none did.
  double knee() {
    return good;
  }

  List<Measured> steps() {
    return List.copyOf(steps);
  }
}
