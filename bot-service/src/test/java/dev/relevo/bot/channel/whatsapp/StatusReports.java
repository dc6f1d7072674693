package dev.relevo.bot.channel.whatsapp;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// What the stand-in reports on messages it took, by signed webhooks, and again until somebody
/// answers 200: as Meta does.
public final class StatusReports implements AutoCloseable {

  private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);
  private static final int TRIES = 600;

  /// What is told of one message, when nothing goes wrong.
  public static final List<String> WHOLE = List.of("sent", "delivered", "read");

  private static final Duration APART = Duration.ofMillis(500);

  private final Supplier<URI> webhook;
  private final List<String> kinds;
  private final Random dice;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicLong delivered = new AtomicLong();
  private final AtomicLong undelivered = new AtomicLong();
  private Optional<Batches> batches = Optional.empty();
  private Duration latest = Duration.ZERO;

  /// Reports all that Meta tells of a message (`sent`, `delivered`, `read`), half a second apart.
  ///
  /// @param most in one call
  public static StatusReports whole(URI webhook, int most) {
    return apart(webhook, WHOLE, most);
  }

  /// Reports only these kinds of a message, half a second apart.
  ///
  /// @param most in one call
  public static StatusReports apart(URI webhook, List<String> kinds, int most) {
    return new StatusReports(webhook, kinds, 1).batched(APART, most);
  }

  /// Reports these kinds (`sent`, `delivered`, `read`) to that address, each in a call of its own
  /// and in whatever order the dice say; often before the message's own answer is back.
  public StatusReports(URI webhook, List<String> kinds, long seed) {
    this(() -> webhook, kinds, seed);
  }

  /// Reports to whichever address is named for each try.
  public StatusReports(Supplier<URI> webhook, List<String> kinds, long seed) {
    this.webhook = webhook;
    this.kinds = List.copyOf(kinds);
    this.dice = new Random(seed);
  }

  /// Reports them as Meta does when there is much to report: the kinds of a message one after the
  /// other, each call with as many as are there.
  ///
  /// @param apart how long after one kind the next comes
  /// @param most in one call
  public StatusReports batched(Duration apart, int most) {
    batches = Optional.of(new Batches(apart, most));
    return this;
  }

  /// One call in five comes late, by up to so much.
  public StatusReports late(Duration latest) {
    this.latest = latest;
    return this;
  }

  /// How many were answered 200.
  public long delivered() {
    return delivered.get();
  }

  /// How many are still to be.
  public long undelivered() {
    return undelivered.get();
  }

  void report(MetaWebhooks webhooks, GraphStandIn.Sent sent, Instant at) {
    undelivered.addAndGet(kinds.size());
    for (var kind : batches.isPresent() ? kinds : shuffled()) {
      var status =
          MetaWebhooks.statusObject(
              sent.wamid(), kind, sent.to().replace("+", ""), sent.reference(), at, "");
      batches.ifPresentOrElse(
          it -> it.add(webhooks, kinds.indexOf(kind), status),
          () -> deliver(webhooks, status, delay()));
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private List<String> shuffled() {
    var shuffled = new ArrayList<>(kinds);
    synchronized (dice) {
      Collections.shuffle(shuffled, dice);
    }
    return shuffled;
  }

  private Duration delay() {
    synchronized (dice) {
      return dice.nextInt(5) == 0
          ? latest.multipliedBy(dice.nextInt(100)).dividedBy(100)
          : Duration.ZERO;
    }
  }

  private void deliver(MetaWebhooks webhooks, String status, Duration delay) {
    threads.execute(() -> {
      try {
        Thread.sleep(delay);
        deliver(webhooks, List.of(status));
      } catch (InterruptedException closed) {
        Thread.currentThread().interrupt();
      }
    });
  }

  private void deliver(MetaWebhooks webhooks, List<String> statuses) {
    try {
      var body = webhooks.statuses(statuses);
      for (var n = 0; n < TRIES; n++) {
        if (webhooks.post(webhook.get(), body) == 200) {
          delivered.addAndGet(statuses.size());
          undelivered.addAndGet(-statuses.size());
          return;
        }
        Thread.sleep(BETWEEN_TRIES);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /// What waits to be reported together.
  private final class Batches {

    private static final Duration EVERY = Duration.ofMillis(50);

    /// @param due by [System#nanoTime]
    private record Due(long due, String status) {}

    private final Duration apart;
    private final int most;
    private final List<Queue<Due>> byKind = new ArrayList<>();
    private boolean begun;

    private Batches(Duration apart, int most) {
      this.apart = apart;
      this.most = most;
      kinds.forEach(_ -> byKind.add(new ConcurrentLinkedQueue<>()));
    }

    synchronized void add(MetaWebhooks webhooks, int kind, String status) {
      byKind.get(kind).add(new Due(System.nanoTime() + apart.toNanos() * kind, status));
      if (!begun) {
        begun = true;
        threads.execute(() -> work(webhooks));
      }
    }

    private void work(MetaWebhooks webhooks) {
      try {
        while (!threads.isShutdown()) {
          Thread.sleep(EVERY);
          var due = due();
          for (var from = 0; from < due.size(); from += most) {
            var call = due.subList(from, Math.min(due.size(), from + most));
            threads.execute(() -> deliver(webhooks, call));
          }
        }
      } catch (InterruptedException closed) {
        Thread.currentThread().interrupt();
      }
    }

    private List<String> due() {
      var now = System.nanoTime();
      var due = new ArrayList<String>();
      for (var queue : byKind) {
        for (var head = queue.peek(); head != null && head.due <= now; head = queue.peek()) {
          due.add(queue.remove().status);
        }
      }
      return due;
    }
  }
}
