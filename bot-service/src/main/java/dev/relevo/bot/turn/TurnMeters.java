package dev.relevo.bot.turn;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// What the turns count: how many ended how, and how long customers' messages waited for it.
@Component
final class TurnMeters {

  private final MeterRegistry registry;
  private final Clock clock;

  TurnMeters(MeterRegistry registry, Clock clock) {
    this.registry = registry;
    this.clock = clock;
  }

  void applied(Applying.Applied applied) {
    var word = applied.word();
    var blank = word.indexOf(' ');
    var outcome = blank < 0 ? word : word.substring(0, blank);
    registry.counter("relevo.turns", "outcome", outcome).increment();
    registry
        .timer("relevo.turn.lag")
        .record(Duration.between(applied.turn().receivedAt(), clock.instant()));
  }
}
