package dev.relevo.eval.play;

import dev.relevo.bot.channel.whatsapp.GraphStandIn;
import java.net.URI;
import java.time.Duration;
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
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/// Delivers the script's messages as the provider does: signed, and again until it is told 200.
public final class Customers {

  private final GraphStandIn provider;
  private final Supplier<URI> webhook;
  private final BlockingQueue<Delivery> deliveries = new LinkedBlockingQueue<>();
  private final Set<Attempt> underWay = ConcurrentHashMap.newKeySet();
  private final AtomicInteger acknowledged = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger repeated = new AtomicInteger();
  private final Map<Script.Line, Delivered> delivered = new ConcurrentHashMap<>();
  private final Semaphore begun = new Semaphore(0);
  private final int total;

  /// A message to be delivered once.
  ///
  /// @param age how long ago it was written then
  public record Delivery(Script.Line line, Duration age) {}

  /// One delivery on its way; the same message may be on its way twice.
  private static final class Attempt {

    private final Script.Line line;

    Attempt(Script.Line line) {
      this.line = line;
    }
  }

  /// When a message was first sent, and when it was first acknowledged; by [System#nanoTime].
  public record Delivered(long sent, long acknowledged) {}

  /// Each message once, as soon as it was written.
  public Customers(Stage stage, Script script, Random dice) {
    this(stage.provider(), stage::webhook, shuffled(script.lines(), Customers::fresh, dice));
    goOn(total);
  }

  /// Nothing is delivered before [#goOn].
  ///
  /// @param webhook named anew for each delivery
  public Customers(GraphStandIn provider, Supplier<URI> webhook, List<Delivery> deliveries) {
    this.provider = provider;
    this.webhook = webhook;
    this.deliveries.addAll(deliveries);
    this.total = deliveries.size();
  }

  /// As a provider in trouble delivers: each message one to three times, in any order, and one in
  /// ten hours after it was written.
  public static List<Delivery> inDisorder(Script script, Random dice) {
    var all = new ArrayList<Delivery>();
    for (var line : script.lines()) {
      var age = dice.nextInt(10) == 0 ? Duration.ofMinutes(dice.nextInt(60, 720)) : Duration.ZERO;
      all.addAll(Collections.nCopies(1 + dice.nextInt(3), new Delivery(line, age)));
    }
    return shuffled(all, it -> it, dice);
  }

  /// Under what name its customer writes.
  public static String name(Script.Line line) {
    return "Cliente " + line.customer();
  }

  /// So many more deliveries may begin.
  public void goOn(int deliveries) {
    begun.release(deliveries);
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

  /// Times that a delivery was told to come again.
  public int refused() {
    return refused.get();
  }

  /// Times that a delivery was not taken, whether it was refused or nobody answered.
  public int repeated() {
    return repeated.get();
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
      for (var next = deliveries.poll(); next != null; next = deliveries.poll()) {
        begun.acquire();
        while (!delivers(next)) {
          Thread.sleep(50);
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean delivers(Delivery delivery) throws InterruptedException {
    var line = delivery.line();
    var webhooks = provider.webhooks();
    var written = Instant.now().minus(delivery.age());
    var body = webhooks.text(line.phone(), name(line), line.wamid(), written, line.text());
    var sent = System.nanoTime();
    var attempt = new Attempt(line);
    underWay.add(attempt);
    var status = webhooks.post(webhook.get(), body);
    underWay.remove(attempt);
    if (status >= 500) {
      refused.incrementAndGet();
    }
    if (status != 200) {
      repeated.incrementAndGet();
      delivered.merge(line, new Delivered(sent, Long.MAX_VALUE), Customers::earlier);
      return false;
    }
    var answered = System.nanoTime();
    delivered.merge(line, new Delivered(sent, answered), Customers::earlier);
    acknowledged.incrementAndGet();
    return true;
  }

  private static Delivery fresh(Script.Line line) {
    return new Delivery(line, Duration.ZERO);
  }

  private static <T> List<Delivery> shuffled(
      List<T> all, Function<T, Delivery> delivery, Random dice) {
    var shuffled = new ArrayList<>(all.stream().map(delivery).toList());
    Collections.shuffle(shuffled, dice);
    return shuffled;
  }

  private static Delivered earlier(Delivered one, Delivered other) {
    return new Delivered(
        Math.min(one.sent, other.sent), Math.min(one.acknowledged, other.acknowledged));
  }
}
