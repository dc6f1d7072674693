package dev.relevo.bot.turn;

import dev.relevo.bot.channel.Intake;
import dev.relevo.bot.database.Outage;
import dev.relevo.bot.database.Workload;
import dev.relevo.bot.lane.Crew;
import dev.relevo.bot.lane.Leases;
import dev.relevo.bot.lane.Loop;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The conductor: takes the first waiting message of each of its lanes, lets it be thought about,
/// and does what was decided. One turn of a lane at a time; many lanes at once.
@Component
final class TurnRunner extends Loop {

  private static final Logger log = LoggerFactory.getLogger(TurnRunner.class);
  private static final int BATCH = 256;
  static final int THOUGHTS = 768;
  private static final int LAST_ATTEMPT = 2;
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration DISTANCE = Duration.ofMillis(80);

  /// A turn under way.
  ///
  /// @param token of the lease under which it was taken
  /// @param at when, by [System#nanoTime]
  private record Taken(Thought thought, long token, long at) {

    Duration age() {
      return Duration.ofNanos(System.nanoTime() - at);
    }
  }

  private final Leases leases;
  private final Waiting waiting;
  private final Thinking thinking;
  private final Applying applying;
  private final TurnMeters meters;
  private final Noting noting;
  private final Map<ContactId, WorkspaceId> busy = new ConcurrentHashMap<>();
  private final Crew<Taken> crew;

  TurnRunner(
      Leases leases,
      Intake intake,
      Waiting waiting,
      Thinking thinking,
      Applying applying,
      TurnMeters meters,
      Noting noting) {
    super("turns", Workload.TURNS, POLL, DISTANCE, Order.ANSWERING);
    this.leases = leases;
    this.waiting = waiting;
    this.thinking = thinking;
    this.applying = applying;
    this.meters = meters;
    this.noting = noting;
    this.crew = new Crew<>(this, leases, THOUGHTS, this::settle);
    intake.onAccepted(this::wake);
    leases.onGain(this::wake);
  }

  @Override
  protected void opening() {
    crew.start();
  }

  /// Finishes the turns under way.
  @Override
  protected void closing() {
    crew.stop();
  }

  @Override
  protected boolean round() {
    var tokens = leases.held();
    var hands = tokens.isEmpty() ? 0 : crew.reserve(BATCH);
    if (hands == 0) {
      return false;
    }
    var begun = 0;
    try {
      for (var next : waiting.first(tokens.keySet(), Map.copyOf(busy), THOUGHTS, hands)) {
        begin(next, tokens.getOrDefault(next.turn().shard(), 0L));
        begun++;
      }
    } finally {
      crew.release(hands - begun);
    }
    return begun == BATCH;
  }

  private void begin(Waiting.Next next, long token) {
    var at = System.nanoTime();
    busy.put(next.turn().lane(), next.turn().workspace());
    crew.begin(
        next.turn().shard(),
        () -> new Taken(thinking.think(next.turn(), next.transcript()), token, at));
  }

  /// One that cannot be applied does not hold up the others: it comes again by itself.
  private void settle(List<Taken> batch) {
    if (batch.size() == 1) {
      applyAlone(batch.getFirst());
    } else {
      apply(batch);
    }
    batch.forEach(it -> busy.remove(it.thought().turn().lane()));
  }

  private void apply(List<Taken> batch) {
    Map<Integer, Long> tokens =
        batch.stream()
            .collect(Collectors.toMap(it -> it.thought().turn().shard(), Taken::token, Math::max));
    var applied = applying.apply(batch.stream().map(Taken::thought).toList(), tokens);
    if (applied.isEmpty()) {
      leases.doubt();
    }
    var ages = batch.stream().collect(Collectors.toMap(it -> it.thought().turn().id(), Taken::age));
    applied.forEach(it -> meters.applied(it, ages.getOrDefault(it.turn().id(), Duration.ZERO)));
    applied.forEach(noting::applied);
  }

  /// In the end it is handed over; but not because the database is away or has no room: then it
  /// begins anew.
  private void applyAlone(Taken taken) {
    try {
      apply(List.of(taken));
    } catch (RuntimeException e) {
      var turn = taken.thought().turn();
      if (Outage.isBehind(e)) {
        log.atWarn().addKeyValue("turn", turn.id()).log("a turn waits for the database");
        postpone(turn, turn.spent());
        return;
      }
      log.atError().addKeyValue("turn", turn.id()).setCause(e).log("a turn cannot be applied");
      if (turn.attempts() < LAST_ATTEMPT || !handedOver(taken)) {
        postpone(turn, taken.thought().spent());
      }
    }
  }

  private boolean handedOver(Taken taken) {
    try {
      apply(List.of(new Taken(taken.thought().failed("applying"), taken.token(), taken.at())));
      return true;
    } catch (RuntimeException e) {
      log.atError()
          .addKeyValue("turn", taken.thought().turn().id())
          .setCause(e)
          .log("nor handed over");
      return false;
    }
  }

  private void postpone(Turn turn, Duration spent) {
    try {
      applying.postpone(turn, spent);
    } catch (RuntimeException e) {
      log.atWarn().addKeyValue("turn", turn.id()).log("it stays as it was");
    }
  }
}
