package dev.relevo.eval.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What must hold at a rate for it to count as carried.
final class Limits {

  /// The most of JVM and PostgreSQL, PSS in MB.
  static final int MEMORY = 1500;

  private static final double WEBHOOK_P50 = 50;
  private static final double WEBHOOK_P99 = 250;
  private static final double TURN_P99 = 1000;

  /// A lag that has grown by less than so many seconds has not grown.
  private static final double LAG_GROWTH = 0.5;

  /// More heap than so, late beside early, is growth: less may be a collection that is still to
  /// come.
  private static final double HEAP_GROWTH = 1.5;

  private static final Duration LONG_ENOUGH_FOR_HEAP = Duration.ofMinutes(2);

  private final List<String> broken = new ArrayList<>();

  private Limits() {}

  /// Which were not held, each in a few words.
  static List<String> broken(Measured measured) {
    var limits = new Limits();
    limits.none("lost", measured.lost());
    limits.none("doubled replies", measured.doubledReplies());
    limits.none("in wrong order", measured.wrongOrder());
    limits.none("doubled sends", measured.doubledSends());
    limits.none("sends that answer none", measured.strangers());
    limits.none("statuses not taken", measured.run().untaken());
    limits.atMost("webhook p50", measured.webhook().p50(), WEBHOOK_P50);
    limits.atMost("webhook p99", measured.webhook().p99(), WEBHOOK_P99);
    limits.atMost("turn p99", measured.turn().p99(), TURN_P99);
    limits.memory(measured.memory());
    limits.growth(measured);
    return List.copyOf(limits.broken);
  }

  private void none(String what, long count) {
    if (count > 0) {
      broken.add(count + " " + what);
    }
  }

  private void atMost(String what, double millis, double limit) {
    if (!(millis <= limit)) {
      broken.add(String.format(Locale.ROOT, "%s %.0f ms", what, millis));
    }
  }

  /// What nobody knows (NaN) breaks nothing.
  private void memory(double megabytes) {
    if (megabytes > MEMORY) {
      broken.add(String.format(Locale.ROOT, "memory %.0f MB", megabytes));
    }
  }

  private void growth(Measured measured) {
    var waiting = measured.waiting();
    if (waiting.late() - waiting.early() > LAG_GROWTH * measured.run().rate()) {
      broken.add(
          String.format(
              Locale.ROOT, "lag grew from %.0f to %.0f", waiting.early(), waiting.late()));
    }
    var heap = measured.heap();
    if (measured.run().played().compareTo(LONG_ENOUGH_FOR_HEAP) > 0
        && heap.late() > heap.early() * HEAP_GROWTH) {
      broken.add(
          String.format(Locale.ROOT, "heap grew from %.0f to %.0f MB", heap.early(), heap.late()));
    }
  }
}
