package dev.relevo.bot.turn;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// What the turns count: how many ended how, and how long customers' messages waited for it.
@Component
final class TurnMeters {

  private final MeterRegistry registry;

  TurnMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  void applied(Applying.Applied applied, Instant now) {
    var word = applied.word();
    var blank = word.indexOf(' ');
    var outcome = blank < 0 ? word : word.substring(0, blank);
    registry.counter("relevo.turns", "outcome", outcome).increment();
    registry.timer("relevo.turn.lag").record(Duration.between(applied.turn().receivedAt(), now));
  }
}
