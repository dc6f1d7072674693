package dev.relevo.bot.channel;

import dev.relevo.bot.database.Workload;
import dev.relevo.bot.lane.Loop;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Fetches customers' files as soon as their messages are committed, a few at a time.
@Component
final class MediaWorker extends Loop {

  private static final Logger log = LoggerFactory.getLogger(MediaWorker.class);
  private static final int AT_ONCE = 4;
  private static final Duration LOOK = Duration.ofSeconds(1);

  /// How long one try may take; the claim lasts a little longer.
  private static final Duration TRY = Duration.ofMinutes(3);

  private static final Duration CLAIM = TRY.plusMinutes(1);

  private final MediaTable media;
  private final MediaFetching fetching;
  private final Clock clock;
  private final Semaphore room = new Semaphore(AT_ONCE);
  private volatile ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  MediaWorker(MediaTable media, MediaFetching fetching, Clock clock) {
    super("media", Workload.WEBHOOKS, LOOK, Order.UPKEEP);
    this.media = media;
    this.fetching = fetching;
    this.clock = clock;
    media.onArrival(this::wake);
  }

  @Override
  protected void opening() {
    threads = Executors.newVirtualThreadPerTaskExecutor();
  }

  /// What is being fetched is given up, and fetched again by the next start.
  @Override
  protected void closing() {
    threads.shutdownNow();
  }

  @Override
  protected boolean round() {
    var free = room.drainPermits();
    var claims = List.<MediaTable.Claim>of();
    try {
      if (free > 0) {
        claims = media.claim(clock.instant(), CLAIM, free);
      }
    } finally {
      room.release(free - claims.size());
    }
    claims.forEach(it -> threads.execute(() -> bounded(it)));
    return !claims.isEmpty();
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
      wake();
    }
  }
}
