package dev.relevo.bot.channel;

import dev.relevo.bot.database.Workload;
import dev.relevo.bot.lane.Loop;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Removes from the ledger what no provider will repeat any more: they try for seven days. Some at
/// a time, so that no lock is held for long.
@Component
final class LedgerPurge extends Loop {

  static final Duration KEPT = Duration.ofDays(8);

  private static final Duration EVERY = Duration.ofMinutes(10);
  private static final int SOME = 1_000;

  private final InboundTable inbound;
  private final ReceiptLedger receipts;
  private final MediaTable media;
  private final Clock clock;

  LedgerPurge(InboundTable inbound, ReceiptLedger receipts, MediaTable media, Clock clock) {
    super("ledger-purge", Workload.WEBHOOKS, EVERY, Order.UPKEEP);
    this.inbound = inbound;
    this.receipts = receipts;
    this.media = media;
    this.clock = clock;
  }

  @Override
  protected boolean round() {
    var before = clock.instant().minus(KEPT);
    var more = inbound.purge(before, SOME) == SOME;
    more |= receipts.purge(before, SOME) == SOME;
    more |= media.purge(before, SOME) == SOME;
    return more;
  }
}
