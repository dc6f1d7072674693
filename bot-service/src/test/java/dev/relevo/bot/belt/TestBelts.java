package dev.relevo.bot.belt;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// Belts on a broker of the tests.
public final class TestBelts {

  private TestBelts() {}

  /// On that broker.
  ///
  /// @param prefix of the topics; others see nothing of them
  /// @param shards which the replica holds now
  public static Belts on(KafkaBroker broker, String prefix, Supplier<Set<Integer>> shards) {
    var settings =
        new KafkaSettings(
            broker.address(),
            prefix,
            (short) 1,
            Duration.ofHours(1),
            Duration.ofSeconds(10),
            Map.of());
    return new KafkaBelts(settings, shards);
  }
}
