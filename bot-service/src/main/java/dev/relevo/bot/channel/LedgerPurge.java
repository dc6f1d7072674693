package dev.relevo.bot.channel;

import dev.relevo.bot.database.Workload;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Removes from the ledger what no provider will repeat any more: they try for seven days.
@Component
final class LedgerPurge implements SmartLifecycle {

  static final Duration KEPT = Duration.ofDays(8);

  private static final Logger log = LoggerFactory.getLogger(LedgerPurge.class);
  private static final Duration EVERY = Duration.ofMinutes(10);
  private static final int SOME = 1_000;

  private final InboundTable inbound;
  private final ReceiptLedger receipts;
  private final MediaTable media;
  private final Clock clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("ledger-purge").factory());
  private volatile boolean running;

  LedgerPurge(InboundTable inbound, ReceiptLedger receipts, MediaTable media, Clock clock) {
    this.inbound = inbound;
    this.receipts = receipts;
    this.media = media;
    this.clock = clock;
  }

  @Override
  public void start() {
    running = true;
    var seconds = EVERY.toSeconds();
    var _ = timer.scheduleWithFixedDelay(this::round, seconds, seconds, TimeUnit.SECONDS);
  }

  @Override
  public void stop() {
    running = false;
    timer.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /// Removes everything that is old enough, some at a time, so that no lock is held for long.
  void purge() {
    Instant before = clock.instant().minus(KEPT);
    all(() -> inbound.purge(before, SOME));
    all(() -> receipts.purge(before, SOME));
    all(() -> media.purge(before, SOME));
  }

  private void round() {
    try {
      Workload.WEBHOOKS.run(this::purge);
    } catch (DataAccessException failed) {
      log.atWarn().setCause(failed).log("the ledger was not purged; it is tried again");
    }
  }

  private static void all(IntSupplier some) {
    var removed = SOME;
    while (removed == SOME) {
      removed = some.getAsInt();
    }
  }
}
