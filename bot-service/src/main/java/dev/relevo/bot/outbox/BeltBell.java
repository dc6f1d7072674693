package dev.relevo.bot.outbox;

import dev.relevo.bot.belt.Belt;
import dev.relevo.bot.belt.BeltStuck;
import dev.relevo.bot.belt.Belts;
import dev.relevo.bot.database.Workload;
import dev.relevo.bot.lane.Gatherer;
import dev.relevo.bot.lane.Leases;
import dev.relevo.bot.lane.Loop;
import dev.relevo.crm.contact.ContactId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// Heard on every replica, by way of a belt: what is posted where a lane is not held leaves at once
/// all the same. What is on the belt is only which lane it is about. What leaves, and whether it
/// may, the ledger says under the thread's lock; so it does no harm that a call may come twice or
/// never.
@Component
@ConditionalOnProperty(name = "relevo.transport", havingValue = "kafka")
final class BeltBell extends Loop implements Bell {

  private static final Logger log = LoggerFactory.getLogger(BeltBell.class);
  private static final Duration WITHOUT_LANES = Duration.ofMillis(200);

  private final Belt belt;
  private final Supplier<Set<Integer>> held;
  private final Gatherer<ContactId> calls;
  private final List<Runnable> couriers = new CopyOnWriteArrayList<>();

  @Autowired
  BeltBell(Belts belts, Leases leases) {
    this(belts, () -> leases.held().keySet());
  }

  /// @param held the shards of this replica
  BeltBell(Belts belts, Supplier<Set<Integer>> held) {
    super("outbox-belt", Workload.COURIERS, WITHOUT_LANES, Order.SENDING);
    this.belt = belts.open("outbox");
    this.held = held;
    this.calls = new Gatherer<>("outbox-calls", Workload.COURIERS, this::call);
  }

  @Override
  public void ring(Collection<ContactId> lanes) {
    var here = held.get();
    var elsewhere = lanes.stream().filter(it -> !here.contains(Leases.shard(it))).toList();
    elsewhere.forEach(calls::put);
    if (elsewhere.size() < lanes.size()) {
      callHere();
    }
  }

  @Override
  public void onRing(Runnable courier) {
    couriers.add(courier);
  }

  @Override
  protected void opening() {
    calls.start();
  }

  @Override
  protected boolean round() {
    return belt.take(_ -> callHere());
  }

  @Override
  protected void closing() {
    calls.stop();
    belt.close();
  }

  private void callHere() {
    couriers.forEach(Runnable::run);
  }

  private void call(List<ContactId> lanes) {
    try {
      belt.put(lanes.stream().distinct().map(BeltBell::item).toList());
    } catch (BeltStuck stuck) {
      log.atWarn()
          .addKeyValue("lanes", lanes.size())
          .setCause(stuck)
          .log("other replicas were not told of what was posted; they find it a little later");
    }
  }

  private static Belt.Item item(ContactId lane) {
    var name = Long.toString(lane.value());
    return new Belt.Item(Leases.shard(lane), name, name);
  }
}
