package dev.relevo.bot.lane;

import dev.relevo.bot.database.Workload;
import dev.relevo.crm.contact.ContactId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The shards of lanes this replica works on. A lease ends by itself after ten seconds of the
/// database's time unless renewed; its token rises whenever the shard changes hands, and whoever
/// commits work checks it in the same transaction ([#confirm]), so that a replica that was
/// suspended for a while can do no harm when it wakes.
public final class Leases extends Loop {

  /// Lanes are spread over so many shards.
  public static final int SHARDS = 64;

  private static final Logger log = LoggerFactory.getLogger(Leases.class);

  private final ShardTable table;
  private final String owner;
  private final LeaseSettings settings;
  private final boolean alone;
  private final Map<Integer, Long> held = new ConcurrentHashMap<>();
  private final Set<Integer> leaving = ConcurrentHashMap.newKeySet();
  private final AtomicIntegerArray busy = new AtomicIntegerArray(SHARDS);
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile long goodUntil = System.nanoTime();

  /// @param alone whether no other replica can be there: then the leases of a crash need not run
  ///   out
  Leases(ShardTable table, String owner, LeaseSettings settings, boolean alone) {
    super("leases", Workload.LEASES, settings.renewal(), Order.LEASES);
    this.table = table;
    this.owner = owner;
    this.settings = settings;
    this.alone = alone;
  }

  /// The shard of a lane.
  public static int shard(ContactId lane) {
    return (int) (lane.value() % SHARDS);
  }

  /// What this replica may start work on now, by shard and token; empty once the lease may have
  /// ended.
  public Map<Integer, Long> held() {
    if (System.nanoTime() - goodUntil > 0) {
      return Map.of();
    }
    var mine = new HashMap<>(held);
    mine.keySet().removeAll(leaving);
    return mine;
  }

  /// The part of all lanes that is this replica's, above 0 and up to 1. What replicas may do only
  /// so much of together, each does this part of.
  public double share() {
    return Math.max(1, held.size()) / (double) SHARDS;
  }

  /// Those of the leases that still hold, kept until the caller's transaction ends.
  Set<Integer> confirm(Map<Integer, Long> tokens) {
    return tokens.isEmpty() ? Set.of() : table.keep(tokens);
  }

  /// A lease turned out to be another's: look at once what is still held.
  public void doubt() {
    wake();
  }

  /// Work on a lane of the shard begins: the shard is not given away until it has ended.
  void enter(int shard) {
    busy.incrementAndGet(shard);
  }

  /// Work on a lane of the shard ended.
  void leave(int shard) {
    busy.decrementAndGet(shard);
  }

  /// Runs whenever shards were gained.
  public void onGain(Runnable listener) {
    listeners.add(listener);
  }

  @Override
  protected void opening() {
    if (alone) {
      table.releaseAll();
    }
    round();
  }

  @Override
  protected void closing() {
    var mine = new HashSet<>(held.keySet());
    held.clear();
    try {
      table.release(owner, mine);
      table.gone(owner);
    } catch (RuntimeException e) {
      log.atWarn().setCause(e).log("leases could not be given back; they end by themselves");
    }
  }

  @Override
  protected boolean round() {
    var asked = System.nanoTime();
    var replicas = Math.max(1, table.present(owner, settings.lease()));
    var mine = table.renew(owner, settings.lease());
    var share = Math.ceilDiv(SHARDS, replicas);
    giveAway(mine, share);
    var gained =
        mine.size() < share
            ? table.claim(owner, settings.lease(), share - mine.size())
            : Map.<Integer, Long>of();
    mine.putAll(gained);
    held.putAll(mine);
    held.keySet().retainAll(mine.keySet());
    goodUntil = asked + settings.lease().minus(settings.margin()).toNanos();
    if (!gained.isEmpty()) {
      log.atInfo()
          .addKeyValue("gained", gained.size())
          .addKeyValue("held", mine.size())
          .log("leases");
      listeners.forEach(Runnable::run);
    }
    return false;
  }

  /// Shards above a fair share are given back as soon as nothing is under way on them.
  private void giveAway(Map<Integer, Long> mine, int share) {
    leaving.retainAll(mine.keySet());
    if (mine.size() - leaving.size() > share) {
      mine.keySet().stream()
          .filter(shard -> !leaving.contains(shard))
          .sorted()
          .skip(share)
          .forEach(leaving::add);
    }
    var idle = leaving.stream().filter(shard -> busy.get(shard) == 0).toList();
    if (!idle.isEmpty()) {
      forget(mine, idle);
    }
  }

  private void forget(Map<Integer, Long> mine, Collection<Integer> idle) {
    table.release(owner, idle);
    mine.keySet().removeAll(idle);
    held.keySet().removeAll(idle);
    leaving.removeAll(idle);
  }
}
