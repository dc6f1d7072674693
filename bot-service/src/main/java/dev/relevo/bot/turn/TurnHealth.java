package dev.relevo.bot.turn;

import dev.relevo.bot.lane.Behind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// Says `BEHIND` while a customer has waited long for a turn: more comes in than can be answered,
/// or what answers does not work.
@Component
final class TurnHealth implements HealthIndicator {

  private static final Duration LONG = Duration.ofSeconds(5);

  private final TurnTable inbound;
  private final Clock clock;

  TurnHealth(TurnTable inbound, Clock clock) {
    this.inbound = inbound;
    this.clock = clock;
  }

  @Override
  public Health health() {
    return Behind.health(inbound.oldest().filter(this::isLongAgo).isPresent());
  }

  private boolean isLongAgo(Instant since) {
    return since.isBefore(clock.instant().minus(LONG));
  }
}
