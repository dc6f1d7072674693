package dev.relevo.bot.live;

import dev.relevo.crm.conversation.Entry;
import dev.relevo.crm.workspace.WorkspaceId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Everybody who listens.
final class Followers {

  private final Set<Follower> all = ConcurrentHashMap.newKeySet();

  Follower add(WorkspaceId workspace, Live.Listener listener) {
    var follower = new Follower(workspace, listener);
    all.add(follower);
    return follower;
  }

  void remove(Follower follower) {
    if (all.remove(follower)) {
      follower.close();
    }
  }

  void clear() {
    List.copyOf(all).forEach(this::remove);
  }

  boolean nobody() {
    return all.isEmpty();
  }

  void tell(List<Entry> entries) {
    Map<WorkspaceId, List<Entry>> byWorkspace =
        entries.stream().collect(Collectors.groupingBy(it -> it.event().workspace()));
    all.forEach(it -> {
      var theirs = byWorkspace.get(it.workspace());
      if (theirs != null) {
        it.tell(theirs);
      }
    });
  }

  void tell(Signal signal) {
    all.stream()
        .filter(it -> it.workspace().equals(signal.workspace()))
        .forEach(it -> it.tell(signal));
  }

  void missed() {
    all.forEach(Follower::missed);
  }
}
