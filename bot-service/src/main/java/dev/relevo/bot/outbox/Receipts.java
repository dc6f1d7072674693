package dev.relevo.bot.outbox;

import dev.relevo.bot.channel.Intake;
import dev.relevo.bot.database.Workload;
import dev.relevo.bot.lane.Loop;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Works off what providers say about our messages. A receipt may come before the provider's id is
/// committed: it waits.
@Component
final class Receipts extends Loop {

  private static final int BATCH = 1_000;
  private static final Duration DISTANCE = Duration.ofMillis(200);

  private final ReceiptTable receipts;
  private final Matching matching;
  private final OutboxMeters meters;
  private final Clock clock;

  Receipts(
      ReceiptTable receipts,
      Matching matching,
      Intake intake,
      OutboxMeters meters,
      OutboxSettings settings,
      Clock clock) {
    super("receipts", Workload.COURIERS, settings.poll(), DISTANCE, Order.SENDING);
    this.receipts = receipts;
    this.matching = matching;
    this.meters = meters;
    this.clock = clock;
    intake.onAccepted(this::wake);
  }

  @Override
  protected boolean round() {
    var waiting = receipts.waiting(clock.instant(), BATCH);
    if (waiting.isEmpty()) {
      return false;
    }
    var matched = matching.match(waiting);
    meters.matched(matched);
    return matched > 0 && waiting.size() == BATCH;
  }
}
