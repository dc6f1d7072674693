package dev.relevo.bot.turn;

import dev.relevo.bot.channel.Intake;
import dev.relevo.bot.database.Workload;
import dev.relevo.bot.lane.Beat;
import dev.relevo.bot.lane.Gatherer;
import dev.relevo.bot.lane.Leases;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.Conversations;
import dev.relevo.crm.conversation.Transcript;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// The conductor: takes the first waiting message of each of its lanes, lets it be thought about,
/// and does what was decided. One turn of a lane at a time; many lanes at once.
@Component
final class TurnRunner implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(TurnRunner.class);
  private static final int BATCH = 50;
  private static final int THOUGHTS = 256;
  private static final int BEFORE = 12;
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofSeconds(9);

  /// A turn under way.
  ///
  /// @param token of the lease under which it was taken
  private record Taken(Thought thought, long token) {}

  private final Leases leases;
  private final TurnTable inbound;
  private final Conversations conversations;
  private final Thinking thinking;
  private final Applying applying;
  private final TurnMeters meters;
  private final Clock clock;
  private final Set<ContactId> busy = ConcurrentHashMap.newKeySet();
  private final Semaphore permits = new Semaphore(THOUGHTS);
  private final Beat beat;
  private final Gatherer<Taken> thoughts;
  private volatile boolean running;

  TurnRunner(
      Leases leases,
      Intake intake,
      TurnTable inbound,
      Conversations conversations,
      Thinking thinking,
      Applying applying,
      TurnMeters meters,
      Clock clock) {
    this.leases = leases;
    this.inbound = inbound;
    this.conversations = conversations;
    this.thinking = thinking;
    this.applying = applying;
    this.meters = meters;
    this.clock = clock;
    this.beat = new Beat("turns", Workload.TURNS, POLL, this::round);
    this.thoughts = new Gatherer<>("turns-applying", Workload.TURNS, BATCH, this::apply);
    intake.onAccepted(beat::wake);
    leases.onGain(beat::wake);
  }

  @Override
  public void start() {
    thoughts.start();
    beat.start();
    running = true;
  }

  /// Takes no more turns, and finishes those under way.
  @Override
  public void stop() {
    running = false;
    beat.stop(PATIENCE);
    try {
      if (permits.tryAcquire(THOUGHTS, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        permits.release(THOUGHTS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    thoughts.stop(PATIENCE);
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return Leases.PHASE + 2000;
  }

  private boolean round() {
    var tokens = leases.held();
    var free = Math.min(BATCH, permits.availablePermits());
    if (tokens.isEmpty() || free == 0) {
      return false;
    }
    var turns = inbound.waiting(tokens.keySet(), new HashSet<>(busy), clock.instant(), free);
    if (turns.isEmpty()) {
      return false;
    }
    var transcripts =
        conversations.transcripts(turns.stream().map(Turn::message).toList(), BEFORE).stream()
            .collect(Collectors.toMap(it -> it.message().id(), Function.identity()));
    for (var turn : turns) {
      var transcript = transcripts.get(turn.message());
      if (transcript == null) {
        log.atWarn().addKeyValue("turn", turn.id()).log("its message cannot be read");
        applying.postpone(turn);
      } else {
        begin(turn, transcript, tokens.getOrDefault(turn.shard(), 0L));
      }
    }
    return turns.size() == free;
  }

  private void begin(Turn turn, Transcript transcript, long token) {
    permits.acquireUninterruptibly();
    busy.add(turn.lane());
    leases.enter(turn.shard());
    Thread.ofVirtual()
        .name("turn-" + turn.id())
        .start(() ->
            Workload.TURNS.run(() -> {
              var thought = thinking.think(turn, transcript);
              thoughts.put(new Taken(thought, token));
            }));
  }

  private void apply(List<Taken> batch) {
    try {
      applyTogether(batch);
    } catch (RuntimeException e) {
      log.atWarn().addKeyValue("turns", batch.size()).setCause(e).log("applying failed");
      batch.forEach(this::applyAlone);
    } finally {
      batch.forEach(it -> end(it.thought().turn()));
      beat.wake();
    }
  }

  private void applyTogether(List<Taken> batch) {
    Map<Integer, Long> tokens =
        batch.stream()
            .collect(Collectors.toMap(it -> it.thought().turn().shard(), Taken::token, Math::max));
    var applied = applying.apply(batch.stream().map(Taken::thought).toList(), tokens);
    if (applied.isEmpty()) {
      leases.doubt();
    }
    applied.forEach(it -> meters.applied(it, clock.instant()));
    applied.forEach(it -> thinking.forget(it.turn()));
  }

  /// One that cannot be applied does not hold up the others; in the end it is handed over.
  private void applyAlone(Taken taken) {
    try {
      applyTogether(List.of(taken));
    } catch (RuntimeException e) {
      var turn = taken.thought().turn();
      log.atError().addKeyValue("turn", turn.id()).setCause(e).log("a turn cannot be applied");
      try {
        if (turn.attempts() >= 2) {
          applyTogether(List.of(new Taken(taken.thought().failed("applying"), taken.token())));
        } else {
          applying.postpone(turn);
        }
      } catch (RuntimeException again) {
        log.atError().addKeyValue("turn", turn.id()).setCause(again).log("nor handed over");
        postponeQuietly(turn);
      }
    }
  }

  private void postponeQuietly(Turn turn) {
    try {
      applying.postpone(turn);
    } catch (RuntimeException e) {
      log.atWarn().addKeyValue("turn", turn.id()).log("it stays as it was");
    }
  }

  private void end(Turn turn) {
    busy.remove(turn.lane());
    leases.leave(turn.shard());
    permits.release();
  }
}
