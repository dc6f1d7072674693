package dev.relevo.bot.channel;

import dev.relevo.bot.channel.GroupCommit.Ticket;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// Who waits for a commit: a queue for each workspace, served by turns. One that sends more than
/// can be stored waits longer and is sent away first; the others hardly notice. Of one workspace
/// everything keeps its order. Safe for several threads.
final class Queues {

  /// A workspace gets another place only while it has less than so many times what is free: alone
  /// three quarters of all, like the hands of [dev.relevo.bot.lane.Shares].
  private static final int TIMES = 3;

  private final int places;

  /// No queue in it is empty; whose turn it is comes first.
  private final SequencedMap<WorkspaceId, Deque<Ticket>> waiting = new LinkedHashMap<>();

  private int taken;

  /// @param places how many may wait in all
  Queues(int places) {
    this.places = places;
  }

  /// Lets it wait, if there is a place for its workspace.
  synchronized boolean offer(Ticket ticket) {
    var workspace = ticket.slice().channel().workspace();
    var own = waiting.get(workspace);
    if ((own == null ? 0 : own.size()) >= TIMES * (places - taken)) {
      return false;
    }
    waiting.computeIfAbsent(workspace, _ -> new ArrayDeque<>()).add(ticket);
    taken++;
    notifyAll();
    return true;
  }

  /// The next, waiting for one so long at most.
  synchronized Optional<Ticket> poll(Duration patience) throws InterruptedException {
    var until = System.nanoTime() + patience.toNanos();
    for (var left = patience; waiting.isEmpty() && left.isPositive(); ) {
      wait(Math.max(1, left.toMillis()));
      left = Duration.ofNanos(until - System.nanoTime());
    }
    return pollUpTo(Integer.MAX_VALUE);
  }

  /// The next, if there is one and it has at most so many arrivals.
  synchronized Optional<Ticket> pollUpTo(int arrivals) {
    var first = waiting.firstEntry();
    if (first == null || first.getValue().element().slice().arrivals().size() > arrivals) {
      return Optional.empty();
    }
    waiting.pollFirstEntry();
    var ticket = first.getValue().remove();
    taken--;
    if (!first.getValue().isEmpty()) {
      waiting.putLast(first.getKey(), first.getValue());
    }
    return Optional.of(ticket);
  }

  /// Whoever waits longest.
  synchronized Optional<Ticket> oldest() {
    return waiting.values().stream()
        .map(Deque::element)
        .min((one, other) -> Long.compare(one.since() - other.since(), 0));
  }

  synchronized boolean isEmpty() {
    return waiting.isEmpty();
  }
}
