package dev.relevo.bot.outbox;

import dev.relevo.bot.channel.Channel;
import dev.relevo.bot.channel.Dispatch;
import dev.relevo.bot.lane.Lanes;
import dev.relevo.bot.lane.Shares;
import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.workspace.Language;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Puts on the wire, under the threads' locks, which parcels leave now. A floor that changed before
/// is seen here, and one that changes after comes too late to stop what is on the wire, but its
/// person's words wait until that is settled.
@Component
final class Claims {

  /// A parcel put on the wire, with what its channel needs.
  ///
  /// @param house the workspace's language, for what agents read
  record Claimed(Parcel parcel, Channel channel, Dispatch dispatch, Language house) {

    int attempt() {
      return parcel.attempts() + 1;
    }
  }

  /// @param changed whether anything was moved, so that looking again may find more
  record Round(List<Claimed> claimed, boolean changed) {}

  private final Lanes lanes;
  private final Heads heads;
  private final Endings endings;
  private final Pacer pacer;
  private final UnderWay underWay;
  private final ParcelTable parcels;
  private final int hands;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Claims(
      Lanes lanes,
      Heads heads,
      Endings endings,
      Pacer pacer,
      UnderWay underWay,
      ParcelTable parcels,
      OutboxSettings settings,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.lanes = lanes;
    this.heads = heads;
    this.endings = endings;
    this.pacer = pacer;
    this.underWay = underWay;
    this.parcels = parcels;
    this.hands = settings.couriers();
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// Which lanes of these shards have a parcel that could go now, people's first.
  List<ContactId> ready(Set<Integer> shards, int limit) {
    var now = clock.instant();
    var channels = pacer.heldChannels(now);
    channels.addAll(shares().exhausted());
    return parcels.ready(shards, pacer.heldLanes(now), channels, now, limit);
  }

  /// At most one parcel of each lane. In the caller's transaction, or one of its own when there is
  /// none: they are on the wire once that is committed.
  Round claim(Collection<ContactId> among, Map<Integer, Long> tokens) {
    return transaction.execute(status -> take(among, tokens));
  }

  private Round take(Collection<ContactId> among, Map<Integer, Long> tokens) {
    var now = clock.instant();
    var mine = lanes.hold(among, tokens);
    var changed = endings.withdraw(mine.values());
    var claimed = new ArrayList<Claimed>();
    var shares = shares();
    for (var head : heads.of(mine, now)) {
      switch (Judge.judge(head, now)) {
        case Judge.Verdict.Go(var go) when admitted(go, shares, now) -> claimed.add(go);
        case Judge.Verdict.Go _ -> {}
        case Judge.Verdict.Dead(var refusal, var house) -> {
          endings.bury(head.parcel(), refusal, house);
          changed = true;
        }
      }
    }
    parcels.sending(claimed.stream().map(Claimed::parcel).toList(), tokens, now);
    return new Round(List.copyOf(claimed), changed || !claimed.isEmpty());
  }

  /// A provider that answers slowly keeps its channel's share of the hands busy, and no more.
  private boolean admitted(Claimed claimed, Shares<ChannelId> shares, Instant now) {
    var channel = claimed.channel();
    return shares.mayTake(channel.id())
        && pacer.admit(channel, claimed.parcel().contact(), now)
        && shares.take(channel.id());
  }

  private Shares<ChannelId> shares() {
    return new Shares<>(hands, underWay.channels());
  }
}
