package dev.relevo.bot.lane;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.Floor;
import dev.relevo.crm.conversation.ThreadState;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/// The one way to take hold of lanes before something is written about them.
@Component
public final class Lanes {

  private final Floor floor;
  private final Leases leases;

  Lanes(Floor floor, Leases leases) {
    this.floor = floor;
    this.leases = leases;
  }

  /// Locks the lanes' threads, and reads those that are still ours under these leases: both stay so
  /// until the caller's transaction ends. A lane that was merged away, or whose shard changed
  /// hands, is missing.
  public Map<ContactId, ThreadState> hold(Collection<ContactId> lanes, Map<Integer, Long> tokens) {
    var threads = new HashMap<>(floor.lock(lanes));
    var wanted = new HashMap<Integer, Long>();
    for (var lane : threads.keySet()) {
      var shard = Leases.shard(lane);
      var token = tokens.get(shard);
      if (token != null) {
        wanted.put(shard, token);
      }
    }
    var kept = leases.confirm(wanted);
    threads.keySet().removeIf(lane -> !kept.contains(Leases.shard(lane)));
    return threads;
  }
}
