package dev.relevo.eval.load;

import dev.relevo.bot.channel.whatsapp.GraphStandIn;
import dev.relevo.bot.channel.whatsapp.MetaWebhooks;
import dev.relevo.bot.channel.whatsapp.StatusReports;
import dev.relevo.eval.play.Answers;
import dev.relevo.eval.play.Customers;
import dev.relevo.eval.play.Script.Line;
import java.net.URI;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/// Signed webhooks in, the stand-in of Meta's Graph API at the other end.
final class WhatsAppDoor implements Door {

  private final URI webhook;
  private final MetaWebhooks webhooks;
  private final StatusReports statuses;
  private final Function<Line, String> words;

  /// Whoever floods: what they are answered counts for nothing.
  private final Set<Integer> flooding = ConcurrentHashMap.newKeySet();

  /// @param words in which a customer asks
  WhatsAppDoor(
      URI service,
      GraphStandIn provider,
      Function<Line, String> words,
      Transcripts transcripts,
      Receipts receipts) {
    this.words = words;
    webhook = service.resolve("/webhooks/wa");
    webhooks = provider.webhooks();
    statuses = receipts.to(webhook);
    provider
        .reporting(statuses)
        .witnessedBy(sent -> {
          if (sent.taken() && !flooding.contains(Answers.customer(sent))) {
            Answers.line(sent)
                .ifPresentOrElse(
                    line -> transcripts.answered(line, sent.sequence(), number(sent)),
                    transcripts::stranger);
          }
        });
  }

  @Override
  public boolean say(Line line) throws InterruptedException {
    var body =
        webhooks.text(
            line.phone(), Customers.name(line), line.wamid(), Instant.now(), words.apply(line));
    return webhooks.post(webhook, body) == 200;
  }

  @Override
  public Flood flood(int customer, double rate) {
    flooding.add(customer);
    var threads = Executors.newVirtualThreadPerTaskExecutor();
    threads.execute(() -> {
      for (var n = 1; !threads.isShutdown(); n++) {
        var id = "wamid.FLOOD-" + n;
        var phone = new Line(customer, 0).phone();
        var body = webhooks.text(phone, "Alguien", id, Instant.now(), "¿hola? " + id);
        Thread.startVirtualThread(() -> post(body));
        LockSupport.parkNanos(Math.round(1e9 / rate));
      }
    });
    return threads::shutdownNow;
  }

  private void post(String body) {
    try {
      webhooks.post(webhook, body);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public Reports reports() {
    return new Reports(statuses.delivered(), statuses.undelivered());
  }

  @Override
  public void close() {
    statuses.close();
  }

  /// Of the parcel.
  private static long number(GraphStandIn.Sent sent) {
    return Long.parseLong(sent.reference().replaceAll("\\D", ""));
  }
}
