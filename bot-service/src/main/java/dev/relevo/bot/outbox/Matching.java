package dev.relevo.bot.outbox;

import dev.relevo.bot.outbox.ReceiptTable.Match;
import dev.relevo.bot.outbox.ReceiptTable.Receipt;
import dev.relevo.bot.outbox.SettlementTable.Confirmation;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.Floor;
import dev.relevo.crm.conversation.MessageState;
import dev.relevo.crm.conversation.Progress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Finds the parcels that receipts speak of, and writes down what they say. A receipt that carries
/// our own reference also says what became of a parcel nobody got an answer for.
@Component
final class Matching {

  private final ReceiptTable receipts;
  private final Endings endings;
  private final Floor floor;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Matching(
      ReceiptTable receipts,
      Endings endings,
      Floor floor,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.receipts = receipts;
    this.endings = endings;
    this.floor = floor;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// What is locked.
  ///
  /// @param receipts by their ids
  private record Held(Map<Long, Receipt> receipts, Set<ContactId> threads) {}

  /// Works these off in one transaction; those that match nothing yet wait longer. How many
  /// matched.
  int match(List<Receipt> waiting) {
    var matched = transaction.execute(status -> write(waiting));
    return matched == null ? 0 : matched;
  }

  private int write(List<Receipt> waiting) {
    var held = hold(waiting);
    var mine = held.receipts();
    if (mine.isEmpty()) {
      return 0;
    }
    var matched = new HashSet<Long>();
    var confirmed = new ArrayList<Confirmation>();
    var progress = new ArrayList<Progress>();
    // Read again: only now that the threads are locked does it hold.
    for (var match : receipts.matches(mine.values())) {
      var receipt = mine.get(match.receipt());
      if (receipt != null && held.threads().contains(match.contact())) {
        matched.add(match.receipt());
        if (!ofAnotherAttempt(match, receipt)) {
          confirmation(match, receipt).ifPresent(confirmed::add);
          progress.add(progress(match, receipt));
        }
      }
    }
    endings.confirm(confirmed, progress);
    receipts.done(matched);
    receipts.later(
        mine.keySet().stream().filter(it -> !matched.contains(it)).toList(), clock.instant());
    return matched.size();
  }

  /// Those that can be worked off now, locked with their threads. A tick more may come a moment
  /// later; a message or an answer that waits for its thread may not.
  private Held hold(List<Receipt> waiting) {
    var matches = receipts.matches(waiting);
    var threads = floor.lockFree(matches.stream().map(Match::contact).distinct().toList()).keySet();
    var busy =
        matches.stream()
            .filter(it -> !threads.contains(it.contact()))
            .map(Match::receipt)
            .collect(Collectors.toSet());
    var free = waiting.stream().filter(it -> !busy.contains(it.id())).toList();
    var locked = receipts.lock(free);
    var mine =
        free.stream()
            .filter(it -> locked.contains(it.id()))
            .collect(Collectors.toMap(Receipt::id, Function.identity()));
    return new Held(mine, threads);
  }

  private static Optional<Confirmation> confirmation(Match match, Receipt receipt) {
    if (receipt.kind() == MessageState.FAILED) {
      return Optional.of(
          new Confirmation(
              match.parcel(), Parcel.State.DEAD, receipt.externalId(), receipt.reason()));
    }
    return isOpen(match)
        ? Optional.of(
            new Confirmation(
                match.parcel(), Parcel.State.SENT, receipt.externalId(), Optional.empty()))
        : Optional.empty();
  }

  private static Progress progress(Match match, Receipt receipt) {
    return new Progress(
        match.message(),
        receipt.kind(),
        receipt.kind() == MessageState.FAILED ? receipt.reason() : Optional.empty(),
        Optional.of(receipt.externalId()),
        receipt.at());
  }

  /// The parcel went out twice and this speaks of the sending that did not become the message's:
  /// its failure is none.
  private static boolean ofAnotherAttempt(Match match, Receipt receipt) {
    return receipt.kind() == MessageState.FAILED
        && match.externalId().filter(it -> !it.equals(receipt.externalId())).isPresent();
  }

  /// Whether we do not know yet that the provider has it. A parcel waiting to be tried again is
  /// meant too: then the provider took it although its answer said otherwise.
  private static boolean isOpen(Match match) {
    return switch (match.state()) {
      case SENDING, UNKNOWN -> true;
      case QUEUED -> match.attempts() > 0;
      case SENT, DEAD, WITHDRAWN -> false;
    };
  }
}
