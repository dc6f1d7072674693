package dev.relevo.bot.channel;

import dev.relevo.bot.database.Workload;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Fetches customers' files as soon as their messages are committed, a few at a time.
@Component
final class MediaWorker implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(MediaWorker.class);
  private static final int AT_ONCE = 4;
  private static final Duration LOOK = Duration.ofSeconds(1);

  /// How long one try may take; the claim lasts a little longer.
  private static final Duration TRY = Duration.ofMinutes(3);

  private static final Duration CLAIM = TRY.plusMinutes(1);

  private final MediaTable media;
  private final MediaFetching fetching;
  private final Clock clock;
  private final Semaphore signal = new Semaphore(0);
  private final Semaphore room = new Semaphore(AT_ONCE);
  private volatile boolean running;
  private volatile ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  MediaWorker(MediaTable media, MediaFetching fetching, Intake intake, Clock clock) {
    this.media = media;
    this.fetching = fetching;
    this.clock = clock;
    intake.onAccepted(signal::release);
  }

  @Override
  public void start() {
    running = true;
    threads = Executors.newVirtualThreadPerTaskExecutor();
    threads.execute(() -> Workload.WEBHOOKS.run(this::work));
  }

  @Override
  public void stop() {
    running = false;
    threads.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void work() {
    try {
      while (running) {
        if (!round() && signal.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
          signal.drainPermits();
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /// False when nothing was due.
  private boolean round() throws InterruptedException {
    room.acquire();
    var free = 1 + room.drainPermits();
    var claimed = 0;
    try {
      for (var claim : media.claim(clock.instant(), CLAIM, free)) {
        claimed++;
        threads.execute(() -> bounded(claim));
      }
    } catch (DataAccessException | TransactionException failed) {
      log.atWarn().setCause(failed).log("files could not be claimed; it is tried again");
    } finally {
      room.release(free - claimed);
    }
    return claimed > 0;
  }

  private void bounded(MediaTable.Claim claim) {
    Future<?> attempt = threads.submit(() -> fetching.fetch(claim));
    try {
      attempt.get(TRY.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      attempt.cancel(true);
      Thread.currentThread().interrupt();
    } catch (Exception failed) {
      attempt.cancel(true);
      log.atWarn()
          .addKeyValue("channel", claim.channel())
          .addKeyValue("fault", failed.getClass().getSimpleName())
          .log("a customer's file was not fetched; it is tried again");
    } finally {
      room.release();
    }
  }
}
