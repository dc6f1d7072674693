package dev.relevo.eval.upgrade;

import dev.relevo.eval.play.Customers;
import java.util.concurrent.locks.LockSupport;

/// Customers who write at a steady rate, one stretch of what they have to say after the other.
final class Writing {

  private static final int AT_ONCE = 12;

  private final Customers customers;
  private final double rate;
  private final int share;
  private final Thread delivery;
  private int begun;

  /// Nobody writes yet.
  ///
  /// @param rate deliveries a second
  /// @param stretches into how many it is divided
  Writing(Customers customers, double rate, int stretches) {
    this.customers = customers;
    this.rate = rate;
    this.share = customers.total() / stretches;
    this.delivery = Thread.ofVirtual().start(this::deliver);
  }

  /// Begins the next stretch; the thread ends with it. What a stretch leaves undelivered, because
  /// nobody took it, comes on top of the next.
  Thread stretch() {
    begun += share;
    return write(share);
  }

  /// Writes what is left; returns when everything was acknowledged.
  void finish() throws InterruptedException {
    write(customers.total() - begun).join();
    delivery.join();
  }

  private Thread write(int deliveries) {
    return Thread.ofVirtual()
        .start(() -> {
          var from = System.nanoTime();
          for (var n = 0; n < deliveries; n++) {
            var moment = from + Math.round(n * 1e9 / rate);
            LockSupport.parkNanos(moment - System.nanoTime());
            customers.goOn(1);
          }
        });
  }

  private void deliver() {
    try {
      customers.deliver(AT_ONCE);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
