package dev.relevo.bot.channel.whatsapp;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// What the stand-in reports on messages it took, by signed webhooks, in whatever order the dice
/// say, and again until somebody answers 200: as Meta does.
public final class StatusReports implements AutoCloseable {

  private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);
  private static final int TRIES = 600;

  private final URI webhook;
  private final List<String> kinds;
  private final Random dice;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /// Reports these kinds (`sent`, `delivered`, `read`) to that address, shuffled by the seed; often
  /// before the message's own answer is back.
  public StatusReports(URI webhook, List<String> kinds, long seed) {
    this.webhook = webhook;
    this.kinds = List.copyOf(kinds);
    this.dice = new Random(seed);
  }

  void report(MetaWebhooks webhooks, GraphStandIn.Sent sent, Instant at) {
    for (var kind : shuffled()) {
      var body =
          webhooks.status(sent.wamid(), kind, sent.to().replace("+", ""), sent.reference(), at);
      threads.execute(() -> deliver(webhooks, body));
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

  private void deliver(MetaWebhooks webhooks, String body) {
    try {
      for (var n = 0; n < TRIES && webhooks.post(webhook, body) != 200; n++) {
        Thread.sleep(BETWEEN_TRIES);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }
}
