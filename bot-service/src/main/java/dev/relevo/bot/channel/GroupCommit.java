package dev.relevo.bot.channel;

import dev.relevo.bot.channel.Accepting.Slice;
import dev.relevo.bot.channel.Intake.Accepted;
import dev.relevo.bot.database.Outage;
import dev.relevo.bot.database.Workload;
import dev.relevo.bot.lane.Distance;
import dev.relevo.bot.pace.Alarm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// One writer that commits whatever waits, together: a commit costs nearly the same for one message
/// as for hundreds. What comes after a rest is stored at once; of a stream, what came within a
/// [Distance] goes together; of what cannot all be stored, each workspace has its turn. A slice
/// that cannot be stored does not take its neighbours with it.
@Component
final class GroupCommit implements Entrance {

  /// Arrivals in one transaction, unless a single slice has more.
  static final int BATCH = 500;

  private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);

  /// Slices that may wait; beyond, senders are told to come again.
  private static final int WAITING = 2_000;

  private static final int TRIES = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration IDLE = Duration.ofMillis(500);

  /// Whoever waits longer waits too long: Meta wants 99 calls of 100 answered within a second
  /// (Cloud API, "Webhooks performance").
  private static final Duration LONG = Duration.ofSeconds(1);

  /// For so long it is said that somebody had to.
  private static final Duration LATELY = Duration.ofSeconds(5);

  private static final Duration LEAST_DISTANCE = Duration.ofMillis(25);
  private static final Duration MOST_DISTANCE = Duration.ofMillis(30);

  private final Accepting accepting;
  private final Queues queues = new Queues(WAITING);
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile boolean stopping;
  private volatile @Nullable Ticket oldest;
  private volatile long behindAt = System.nanoTime() - LATELY.toNanos();
  private final Distance distance = new Distance(LEAST_DISTANCE, 2, MOST_DISTANCE);
  private @Nullable Thread writer;

  GroupCommit(Accepting accepting) {
    this.accepting = accepting;
  }

  /// Somebody waiting for a commit.
  ///
  /// @param since when, by [System#nanoTime]
  record Ticket(Slice slice, CompletableFuture<Accepted> answer, long since) {

    private boolean isLate() {
      return System.nanoTime() - since > LONG.toNanos();
    }

    Accepted await() {
      try (var _ = Alarm.in(PATIENCE, () -> answer.completeExceptionally(new TimeoutException()))) {
        return answer.get();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IntakeBusy("stopping", stopped);
      } catch (ExecutionException failed) {
        throw failed.getCause() instanceof TimeoutException
            ? new IntakeBusy("it takes too long to store it", failed)
            : new IntakeBusy("it could not be stored", failed);
      }
    }
  }

  void start() {
    // No virtual one: with each answer of the database it would queue behind all who are at work.
    writer = Thread.ofPlatform().name("intake").start(() -> Workload.WEBHOOKS.run(this::write));
  }

  /// Commits what waits, then ends.
  void stop() {
    stopping = true;
    var living = writer;
    if (living != null) {
      try {
        living.join(PATIENCE);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
  }

  void onCommit(Runnable listener) {
    listeners.add(listener);
  }

  /// Whether somebody waits long for a commit, or did a moment ago.
  boolean isBehind() {
    var first = oldest;
    return (first != null && first.isLate()) || System.nanoTime() - behindAt < LATELY.toNanos();
  }

  @Override
  public Accepted enter(Channel channel, List<Arrival> arrivals) {
    return Slice.of(channel, arrivals).stream().map(this::submit).toList().stream()
        .map(Ticket::await)
        .reduce(Accepted.NOTHING, Accepted::plus);
  }

  /// Lets it wait for its commit.
  ///
  /// @throws IntakeBusy when too much waits already
  Ticket submit(Slice slice) {
    var ticket = new Ticket(slice, new CompletableFuture<>(), System.nanoTime());
    if (stopping || !queues.offer(ticket)) {
      throw new IntakeBusy(stopping ? "stopping" : "too much waits to be stored");
    }
    return ticket;
  }

  private void write() {
    while (!stopping || !queues.isEmpty()) {
      try {
        var batch = next();
        if (!batch.isEmpty()) {
          store(batch);
          distance.end(arrivals(batch) >= BATCH);
          look(batch);
        }
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private static int arrivals(List<Ticket> batch) {
    return batch.stream().mapToInt(it -> it.slice().arrivals().size()).sum();
  }

  private void look(List<Ticket> stored) {
    if (stored.stream().anyMatch(Ticket::isLate)) {
      behindAt = System.nanoTime();
    }
    oldest = queues.oldest().orElse(null);
  }

  private List<Ticket> next() throws InterruptedException {
    var first = queues.poll(IDLE);
    if (first.isEmpty()) {
      return List.of();
    }
    var next = first.get();
    oldest = queues.oldest().filter(it -> it.since() - next.since() < 0).orElse(next);
    distance.begin();
    var batch = new ArrayList<Ticket>();
    var room = BATCH;
    for (var more = first; more.isPresent(); more = queues.pollUpTo(room)) {
      batch.add(more.get());
      room -= more.get().slice().arrivals().size();
    }
    return batch;
  }

  private void store(List<Ticket> batch) {
    try {
      var accepted = retrying(batch.stream().map(Ticket::slice).toList());
      for (var i = 0; i < batch.size(); i++) {
        batch.get(i).answer().complete(accepted.get(i));
      }
      tell(accepted);
    } catch (RuntimeException failed) {
      if (batch.size() > 1) {
        batch.forEach(it -> store(List.of(it)));
      } else {
        storePieces(batch.getFirst(), failed);
      }
    }
  }

  /// Again at once after a deadlock, or when another replica stored the same in between.
  private List<Accepted> retrying(List<Slice> slices) {
    for (var attempt = 1; ; attempt++) {
      try {
        return accepting.accept(slices);
      } catch (DataAccessException failed) {
        if (attempt == TRIES) {
          throw failed;
        }
      }
    }
  }

  /// When the content is at fault, each arrival alone, and the one at fault as something we could
  /// not read: it would only come again, for a week.
  private void storePieces(Ticket ticket, RuntimeException failed) {
    if (!(failed instanceof NonTransientDataAccessException) || Outage.isBehind(failed)) {
      log.atWarn()
          .addKeyValue("channel", ticket.slice().channel().id())
          .addKeyValue("fault", failed.getClass().getSimpleName())
          .log("what came in could not be stored; the sender is asked to send it again");
      ticket.answer().completeExceptionally(failed);
      return;
    }
    try {
      var all = new Accepted(0, 0, 0);
      for (var arrival : ticket.slice().arrivals()) {
        all = all.plus(storeOne(ticket.slice().channel(), arrival));
      }
      tell(List.of(all));
      ticket.answer().complete(all);
    } catch (DataAccessException | TransactionException stillFailed) {
      ticket.answer().completeExceptionally(stillFailed);
    }
  }

  private Accepted storeOne(Channel channel, Arrival arrival) {
    try {
      return retrying(List.of(new Slice(channel, List.of(arrival)))).getFirst();
    } catch (NonTransientDataAccessException unstorable) {
      if (Outage.isBehind(unstorable)) {
        throw unstorable;
      }
      log.atError()
          .addKeyValue("channel", channel.id())
          .addKeyValue("fault", unstorable.getClass().getSimpleName())
          .log("something that came in cannot be stored; only that it came is kept");
      return retrying(List.of(new Slice(channel, List.of(Accepting.husk(arrival))))).getFirst();
    }
  }

  private void tell(List<Accepted> accepted) {
    if (accepted.stream().anyMatch(it -> it.messages() + it.receipts() > 0)) {
      listeners.forEach(Runnable::run);
    }
  }
}
