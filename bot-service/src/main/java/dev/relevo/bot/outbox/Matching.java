package dev.relevo.bot.outbox;

import dev.relevo.bot.outbox.ReceiptTable.Match;
import dev.relevo.bot.outbox.ReceiptTable.Receipt;
import dev.relevo.bot.outbox.SettlementTable.Confirmation;
import dev.relevo.crm.conversation.Floor;
import dev.relevo.crm.conversation.MessageState;
import dev.relevo.crm.conversation.Progress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /// Works these off in one transaction; those that match nothing yet wait longer. How many
  /// matched.
  int match(List<Receipt> waiting) {
    var matched = transaction.execute(status -> write(waiting));
    return matched == null ? 0 : matched;
  }

  private int write(List<Receipt> waiting) {
    var free = new HashMap<Long, Receipt>();
    var seen = receipts.matches(waiting);
    var said = alreadySaid(waiting, seen);
    var matches =
        held(
            waiting.stream().filter(it -> !said.contains(it.id())).toList(),
            seen.stream().filter(it -> !said.contains(it.receipt())).toList(),
            free);
    var done =
        receipts.done(
            Stream.concat(said.stream(), matches.stream().map(Match::receipt)).distinct().toList());
    var confirmed = new ArrayList<Confirmation>();
    var progress = new ArrayList<Progress>();
    for (var match : matches) {
      var receipt = free.get(match.receipt());
      if (receipt != null && done.contains(match.receipt()) && !ofAnotherAttempt(match, receipt)) {
        confirmation(match, receipt).ifPresent(confirmed::add);
        progress.add(progress(match, receipt));
      }
    }
    endings.confirm(confirmed, progress);
    receipts.later(
        free.keySet().stream().filter(it -> !done.contains(it)).toList(), clock.instant());
    return done.size();
  }

  /// What the receipts speak of, where its thread could be locked. A tick more may come a moment
  /// later; a message or an answer that waits for its thread may not.
  ///
  /// @param free takes the receipts that can be worked off now; those that match nothing too
  private List<Match> held(List<Receipt> waiting, List<Match> seen, Map<Long, Receipt> free) {
    var threads = floor.lockFree(seen.stream().map(Match::contact).distinct().toList()).keySet();
    var busy =
        seen.stream()
            .filter(it -> !threads.contains(it.contact()))
            .map(Match::receipt)
            .collect(Collectors.toSet());
    waiting.stream().filter(it -> !busy.contains(it.id())).forEach(it -> free.put(it.id(), it));
    // Read again: only now that the threads are locked does it hold.
    return receipts.matches(free.values()).stream()
        .filter(it -> threads.contains(it.contact()))
        .toList();
  }

  /// Those that tell nothing new: the provider answered that it had the parcel, and now reports
  /// that it sent it. That stays so, whoever works on the thread.
  private static Set<Long> alreadySaid(List<Receipt> waiting, List<Match> seen) {
    var sent =
        waiting.stream()
            .filter(it -> it.kind() == MessageState.SENT)
            .collect(Collectors.toMap(Receipt::id, Receipt::externalId));
    return seen.stream()
        .filter(it -> it.state() == Parcel.State.SENT)
        .filter(it -> it.externalId().equals(Optional.ofNullable(sent.get(it.receipt()))))
        .map(Match::receipt)
        .collect(Collectors.toSet());
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
