package dev.relevo.eval.play;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Delivers the script's messages as the provider does: signed, one to three times, in any order,
/// and again until it is told 200.
public final class Customers {

  private final Stage stage;
  private final BlockingQueue<Script.Line> deliveries = new LinkedBlockingQueue<>();
  private final Set<Attempt> underWay = ConcurrentHashMap.newKeySet();
  private final AtomicInteger acknowledged = new AtomicInteger();
  private final Map<Script.Line, Delivered> delivered = new ConcurrentHashMap<>();
  private final int total;

  /// One delivery on its way; the same message may be on its way twice.
  private static final class Attempt {

    private final Script.Line line;

    Attempt(Script.Line line) {
      this.line = line;
    }
  }

  /// When a message was first sent, and when it was first acknowledged; by [System#nanoTime].
  public record Delivered(long sent, long acknowledged) {}

  /// @param most how often a message is delivered at most; 1 keeps the script's order
  public Customers(Stage stage, Script script, int most, Random dice) {
    this.stage = stage;
    var all = new ArrayList<Script.Line>();
    for (var line : script.lines()) {
      all.addAll(Collections.nCopies(1 + dice.nextInt(most), line));
    }
    Collections.shuffle(all, dice);
    deliveries.addAll(all);
    total = all.size();
  }

  /// Delivers everything, so many at a time; returns when the last was acknowledged.
  public void deliver(int atOnce) throws InterruptedException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var n = 0; n < atOnce; n++) {
        threads.execute(this::work);
      }
      threads.shutdown();
      if (!threads.awaitTermination(30, TimeUnit.MINUTES)) {
        throw new IllegalStateException("the webhooks were not acknowledged within half an hour");
      }
    }
  }

  public int total() {
    return total;
  }

  /// Deliveries that were answered 200.
  public int acknowledged() {
    return acknowledged.get();
  }

  /// Messages on their way now, each as often as it is.
  public List<Script.Line> underWay() {
    return underWay.stream().map(it -> it.line).toList();
  }

  public Map<Script.Line, Delivered> delivered() {
    return Map.copyOf(delivered);
  }

  private void work() {
    try {
      for (var line = deliveries.poll(); line != null; line = deliveries.poll()) {
        while (!delivers(line, stage.webhook())) {
          Thread.sleep(50);
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean delivers(Script.Line line, URI webhook) throws InterruptedException {
    var webhooks = stage.provider().webhooks();
    var body =
        webhooks.text(
            line.phone(), "Cliente " + line.customer(), line.wamid(), Instant.now(), line.text());
    var sent = System.nanoTime();
    var attempt = new Attempt(line);
    underWay.add(attempt);
    var status = webhooks.post(webhook, body);
    underWay.remove(attempt);
    if (status != 200) {
      delivered.merge(line, new Delivered(sent, Long.MAX_VALUE), Customers::earlier);
      return false;
    }
    var answered = System.nanoTime();
    delivered.merge(line, new Delivered(sent, answered), Customers::earlier);
    acknowledged.incrementAndGet();
    return true;
  }

  private static Delivered earlier(Delivered one, Delivered other) {
    return new Delivered(
        Math.min(one.sent, other.sent), Math.min(one.acknowledged, other.acknowledged));
  }
}
