package dev.relevo.bot.outbox;

import dev.relevo.bot.channel.Intake;
import dev.relevo.bot.database.Workload;
import dev.relevo.bot.lane.Beat;
import dev.relevo.bot.lane.Leases;
import dev.relevo.crm.conversation.Conversations;
import dev.relevo.crm.conversation.Floor;
import dev.relevo.crm.conversation.MessageState;
import dev.relevo.crm.conversation.Progress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Matches what providers say about our messages with the messages. A receipt may come before the
/// provider's id is committed: it waits. One that carries our own reference also says what became
/// of a parcel nobody got an answer for.
@Component
final class Receipts implements SmartLifecycle {

  private static final int BATCH = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ReceiptTable receipts;
  private final SettlementTable settlements;
  private final Floor floor;
  private final Conversations conversations;
  private final OutboxMeters meters;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private final Beat beat;
  private volatile boolean running;

  Receipts(
      ReceiptTable receipts,
      SettlementTable settlements,
      Floor floor,
      Conversations conversations,
      Intake intake,
      OutboxMeters meters,
      OutboxSettings settings,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.receipts = receipts;
    this.settlements = settlements;
    this.floor = floor;
    this.conversations = conversations;
    this.meters = meters;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
    this.beat = new Beat("receipts", Workload.COURIERS, settings.poll(), this::round);
    intake.onAccepted(beat::wake);
  }

  @Override
  public void start() {
    beat.start();
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    beat.stop(PATIENCE);
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return Leases.PHASE + 1000;
  }

  private boolean round() {
    var waiting = receipts.waiting(clock.instant(), BATCH);
    if (waiting.isEmpty()) {
      return false;
    }
    transaction.executeWithoutResult(status -> match(waiting));
    return true;
  }

  private void match(List<ReceiptTable.Receipt> waiting) {
    var now = clock.instant();
    floor.lock(
        receipts.matches(waiting).stream().map(ReceiptTable.Match::contact).distinct().toList());
    var locked = receipts.lock(waiting);
    var mine = waiting.stream().filter(it -> locked.contains(it.id())).toList();
    if (mine.isEmpty()) {
      return;
    }
    var byId =
        mine.stream().collect(Collectors.toMap(ReceiptTable.Receipt::id, Function.identity()));
    var matched = new HashSet<Long>();
    var progress = new ArrayList<Progress>();
    // Read again: only now that the threads are locked does it hold.
    for (var match : receipts.matches(mine)) {
      matched.add(match.receipt());
      take(match, byId, now).ifPresent(progress::add);
    }
    if (!progress.isEmpty()) {
      conversations.progress(progress);
    }
    receipts.done(matched);
    receipts.later(locked.stream().filter(it -> !matched.contains(it)).toList(), now);
    meters.matched(matched.size());
  }

  private Optional<Progress> take(
      ReceiptTable.Match match, Map<Long, ReceiptTable.Receipt> byId, Instant now) {
    var receipt = byId.get(match.receipt());
    if (receipt == null || ofAnotherAttempt(match, receipt)) {
      return Optional.empty();
    }
    var failed = receipt.kind() == MessageState.FAILED;
    if (failed) {
      settlements.confirm(
          match.parcel(), Parcel.State.DEAD, receipt.externalId(), receipt.reason(), now);
    } else if (isOpen(match)) {
      settlements.confirm(
          match.parcel(), Parcel.State.SENT, receipt.externalId(), Optional.empty(), now);
    }
    return Optional.of(
        new Progress(
            match.message(),
            receipt.kind(),
            failed ? receipt.reason() : Optional.empty(),
            Optional.of(receipt.externalId()),
            receipt.at()));
  }

  /// The parcel went out twice and this speaks of the sending that did not become the message's:
  /// its failure is none.
  private static boolean ofAnotherAttempt(ReceiptTable.Match match, ReceiptTable.Receipt receipt) {
    return receipt.kind() == MessageState.FAILED
        && match.externalId().filter(it -> !it.equals(receipt.externalId())).isPresent();
  }

  /// Whether we do not know yet that the provider has it. A parcel waiting to be tried again is
  /// meant too: then the provider took it although its answer said otherwise.
  private static boolean isOpen(ReceiptTable.Match match) {
    return switch (match.state()) {
      case SENDING, UNKNOWN -> true;
      case QUEUED -> match.attempts() > 0;
      case SENT, DEAD, WITHDRAWN -> false;
    };
  }
}
