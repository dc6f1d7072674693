package dev.relevo.bot.channel;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// How far behind the ledger is, as a metric: `relevo.intake.waiting`, what was taken and is not in
/// it yet. Each replica tells it of the lanes it holds. Without a belt nothing is taken before it
/// is in the ledger.
@Component
record IntakeLag(Optional<BeltEntrance> belt) implements MeterBinder {

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("relevo.intake.waiting", () -> belt.map(BeltEntrance::waiting).orElse(0L))
        .register(registry);
  }
}
