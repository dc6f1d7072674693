package dev.relevo.bot.outbox;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.Conversations;
import dev.relevo.crm.conversation.MessageId;
import dev.relevo.crm.conversation.MessageState;
import dev.relevo.crm.conversation.Progress;
import dev.relevo.crm.conversation.ThreadState;
import dev.relevo.crm.workspace.Language;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What becomes of parcels, written on the parcel and on its message together, so that the two
/// never disagree. In the caller's transaction, under the threads' locks.
@Component
final class Endings {

  private final ParcelTable parcels;
  private final SettlementTable settlements;
  private final Conversations conversations;
  private final OutboxMeters meters;
  private final Clock clock;

  Endings(
      ParcelTable parcels,
      SettlementTable settlements,
      Conversations conversations,
      OutboxMeters meters,
      Clock clock) {
    this.parcels = parcels;
    this.settlements = settlements;
    this.conversations = conversations;
    this.meters = meters;
    this.clock = clock;
  }

  /// Takes back what the bot may no longer say in these threads; whether there was any.
  boolean withdraw(Collection<ThreadState> threads) {
    return withdrawn(parcels.withdraw(threads, clock.instant()));
  }

  /// Takes back whatever the bot has not sent yet to the contact, the words of its hand-over too: a
  /// person speaks now.
  void withdrawAll(ContactId contact) {
    withdrawn(parcels.withdrawAll(contact, clock.instant()));
  }

  /// It is never sent, or not once more.
  void bury(Parcel parcel, Refusal refusal, Language house) {
    var now = clock.instant();
    var reason = refusal.in(house);
    meters.refused(refusal);
    settlements.end(parcel.id(), Parcel.State.DEAD, reason, now);
    conversations.progress(
        List.of(
            new Progress(
                parcel.message(),
                MessageState.FAILED,
                Optional.of(reason),
                Optional.empty(),
                now)));
  }

  /// Attempts came to an end, or to a pause. One that is no longer its parcel's last changes
  /// nothing.
  void settle(List<SettlementTable.Settlement> attempts) {
    var now = clock.instant();
    var written = settlements.settle(attempts, now);
    conversations.progress(
        attempts.stream()
            .filter(it -> written.contains(it.parcel().id()))
            .flatMap(it -> progress(it, now).stream())
            .toList());
  }

  /// Receipts say what became of parcels, whatever we thought, and how far messages got.
  void confirm(List<SettlementTable.Confirmation> parcels, List<Progress> messages) {
    settlements.confirm(parcels, clock.instant());
    conversations.progress(messages);
  }

  private boolean withdrawn(List<MessageId> messages) {
    var now = clock.instant();
    conversations.progress(
        messages.stream()
            .map(it ->
                new Progress(it, MessageState.WITHDRAWN, Optional.empty(), Optional.empty(), now))
            .toList());
    return !messages.isEmpty();
  }

  private static Optional<Progress> progress(SettlementTable.Settlement settlement, Instant now) {
    var message = settlement.parcel().message();
    return switch (settlement.state()) {
      case SENT ->
          Optional.of(
              new Progress(
                  message, MessageState.SENT, Optional.empty(), settlement.externalId(), now));
      case DEAD ->
          Optional.of(
              new Progress(
                  message, MessageState.FAILED, settlement.reason(), Optional.empty(), now));
      case QUEUED, SENDING, UNKNOWN, WITHDRAWN -> Optional.empty();
    };
  }
}
