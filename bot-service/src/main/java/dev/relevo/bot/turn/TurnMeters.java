package dev.relevo.bot.turn;

import dev.relevo.bot.trace.Traces;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// What the turns count and tell of: how many ended how, and how long customers' messages waited
/// for it.
@Component
final class TurnMeters {

  private final MeterRegistry registry;
  private final Traces traces;
  private final Timer lag;
  private final Clock clock;

  TurnMeters(MeterRegistry registry, Traces traces, Clock clock) {
    this.registry = registry;
    this.traces = traces;
    this.lag = registry.timer("relevo.turn.lag");
    this.clock = clock;
    // There from the start, so that a chart or an alarm on one that never counted is not empty.
    Stream.of("REPLY", "OFFER", "FALLBACK", "HANDOFF", "SILENCE").forEach(this::turns);
  }

  /// @param took from when it was taken
  void applied(Applying.Applied applied, Duration took) {
    var word = applied.word();
    var blank = word.indexOf(' ');
    var outcome = blank < 0 ? word : word.substring(0, blank);
    var now = clock.instant();
    turns(outcome).increment();
    lag.record(Duration.between(applied.turn().receivedAt(), now));
    tell(applied.turn(), outcome, now, took);
  }

  private void tell(Turn turn, String outcome, Instant now, Duration took) {
    var about =
        Map.of(
            "relevo.inbound",
            Long.toString(turn.id()),
            "relevo.workspace",
            Long.toString(turn.workspace().value()),
            "relevo.contact",
            Long.toString(turn.lane().value()),
            "relevo.outcome",
            outcome);
    traces.answered(turn.id(), new Traces.Stretch(turn.receivedAt(), now), about);
    traces.within(turn.id(), "turn", new Traces.Stretch(now.minus(took), now), about);
  }

  private Counter turns(String outcome) {
    return registry.counter("relevo.turns", "outcome", outcome);
  }
}
