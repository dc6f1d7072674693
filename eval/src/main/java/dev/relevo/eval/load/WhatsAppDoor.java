package dev.relevo.eval.load;

import dev.relevo.bot.channel.whatsapp.GraphStandIn;
import dev.relevo.bot.channel.whatsapp.MetaWebhooks;
import dev.relevo.bot.channel.whatsapp.StatusReports;
import dev.relevo.eval.play.Answers;
import dev.relevo.eval.play.Script.Line;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/// Signed webhooks in, the stand-in of Meta's Graph API at the other end.
final class WhatsAppDoor implements Door {

  private static final List<String> KINDS = List.of("sent", "delivered", "read");
  private static final Duration APART = Duration.ofMillis(500);

  private final URI webhook;
  private final MetaWebhooks webhooks;
  private final StatusReports statuses;
  private final Function<Line, String> words;

  /// @param words in which a customer asks
  /// @param most statuses in one call
  WhatsAppDoor(
      URI service,
      GraphStandIn provider,
      Function<Line, String> words,
      Transcripts transcripts,
      int most) {
    this.words = words;
    webhook = service.resolve("/webhooks/wa");
    webhooks = provider.webhooks();
    statuses = new StatusReports(webhook, KINDS, 1).batched(APART, most);
    provider
        .reporting(statuses)
        .witnessedBy(sent -> {
          if (sent.taken()) {
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
            line.phone(),
            "Cliente " + line.customer(),
            line.wamid(),
            Instant.now(),
            words.apply(line));
    return webhooks.post(webhook, body) == 200;
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
