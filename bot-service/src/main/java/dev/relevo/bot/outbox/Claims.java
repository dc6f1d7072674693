package dev.relevo.bot.outbox;

import dev.relevo.bot.channel.Channel;
import dev.relevo.bot.channel.Channels;
import dev.relevo.bot.channel.Dispatch;
import dev.relevo.bot.lane.Leases;
import dev.relevo.crm.contact.Contact;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.Conversations;
import dev.relevo.crm.conversation.Floor;
import dev.relevo.crm.conversation.Message;
import dev.relevo.crm.conversation.MessageState;
import dev.relevo.crm.conversation.Progress;
import dev.relevo.crm.conversation.ThreadState;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Decides under the threads' locks which parcels leave now. A floor that changed before is seen
/// here, and one that changes after comes too late to stop what is on the wire, but its person's
/// words wait until that is settled.
@Component
class Claims {

  /// A parcel put on the wire, with what its channel needs.
  record Claimed(Parcel parcel, Channel channel, Dispatch dispatch) {

    int attempt() {
      return parcel.attempts() + 1;
    }
  }

  /// @param changed whether anything was moved, so that looking again may find more
  record Round(List<Claimed> claimed, boolean changed) {}

  private final Leases leases;
  private final Floor floor;
  private final Conversations conversations;
  private final Outbox outbox;
  private final Recipients recipients;
  private final Clearance clearance;
  private final Channels channels;
  private final Pacer pacer;
  private final ParcelTable parcels;
  private final SettlementTable settlements;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Claims(
      Leases leases,
      Floor floor,
      Conversations conversations,
      Outbox outbox,
      Recipients recipients,
      Clearance clearance,
      Channels channels,
      Pacer pacer,
      ParcelTable parcels,
      SettlementTable settlements,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.leases = leases;
    this.floor = floor;
    this.conversations = conversations;
    this.outbox = outbox;
    this.recipients = recipients;
    this.clearance = clearance;
    this.channels = channels;
    this.pacer = pacer;
    this.parcels = parcels;
    this.settlements = settlements;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  Round claim(List<ContactId> lanes, Map<Integer, Long> tokens) {
    return transaction.execute(status -> decide(lanes, tokens));
  }

  /// Takes what is on the wire without anybody waiting for it as unconfirmed; how many.
  int orphans(Map<Integer, Long> tokens, Instant abandoned, Instant due) {
    return parcels.orphan(tokens, abandoned, due);
  }

  private Round decide(List<ContactId> lanes, Map<Integer, Long> tokens) {
    var threads = floor.lock(lanes);
    var kept = leases.confirm(shards(threads.keySet(), tokens));
    var mine = threads.values().stream().filter(it -> kept.contains(shard(it))).toList();
    var now = clock.instant();
    var changed = outbox.withdraw(mine);
    var claimed = new ArrayList<Claimed>();
    var heads = parcels.heads(mine.stream().map(ThreadState::contact).toList(), now);
    var people = recipients.people(heads.stream().map(Parcel::contact).toList());
    var messages = conversations.messages(heads.stream().map(Parcel::message).toList());
    for (var parcel : heads) {
      var thread = threads.get(parcel.contact());
      var contact = people.get(parcel.contact());
      var message = messages.get(parcel.message());
      if (thread == null || contact == null || message == null) {
        continue;
      }
      switch (judge(parcel, thread, contact, message, now)) {
        case Verdict.Go(var go) -> claimed.add(go);
        case Verdict.Wait _ -> {}
        case Verdict.Dead(var reason) -> {
          bury(parcel, reason, now);
          changed = true;
        }
      }
    }
    if (!claimed.isEmpty()) {
      parcels.sending(claimed.stream().map(Claimed::parcel).toList(), tokens, now);
    }
    return new Round(List.copyOf(claimed), changed || !claimed.isEmpty());
  }

  private sealed interface Verdict {
    record Go(Claimed claimed) implements Verdict {}

    record Wait() implements Verdict {}

    record Dead(String reason) implements Verdict {}
  }

  private Verdict judge(
      Parcel parcel, ThreadState thread, Contact contact, Message message, Instant now) {
    var recipient = recipients.at(contact, parcel.address()).orElse(null);
    if (recipient == null) {
      return new Verdict.Dead("the contact no longer has this address");
    }
    if (!Floors.allow(thread, parcel.epoch())) {
      return new Verdict.Dead(Refusal.UNCONFIRMED.in(recipient.house()));
    }
    var channel =
        channels
            .find(parcel.channel())
            .filter(it -> it.workspace().equals(parcel.workspace()))
            .orElse(null);
    var refusal = clearance.refusal(recipient, message.content());
    if (refusal.isPresent() || channel == null) {
      return new Verdict.Dead(refusal.orElse(Refusal.CHANNEL_GONE).in(recipient.house()));
    }
    if (!pacer.admit(channel, parcel.contact(), now)) {
      return new Verdict.Wait();
    }
    var dispatch =
        new Dispatch(
            message.id(),
            recipient.address(),
            message.content(),
            parcel.reference(),
            message.quotes(),
            recipient.language());
    return new Verdict.Go(new Claimed(parcel, channel, dispatch));
  }

  private void bury(Parcel parcel, String reason, Instant now) {
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

  private static Map<Integer, Long> shards(Set<ContactId> lanes, Map<Integer, Long> tokens) {
    var wanted = new HashMap<Integer, Long>();
    for (var lane : lanes) {
      var token = tokens.get(Leases.shard(lane));
      if (token != null) {
        wanted.put(Leases.shard(lane), token);
      }
    }
    return wanted;
  }

  private static int shard(ThreadState thread) {
    return Leases.shard(thread.contact());
  }
}
