package dev.relevo.eval.service;

import dev.relevo.bot.belt.KafkaBroker;
import java.nio.file.Path;
import java.util.Map;

/// The packaged application's script, with a broker of the tests before the database.
public final class KafkaWay {

  private KafkaWay() {}

  /// Behind that broker.
  public static Way behind(KafkaBroker broker) {
    return new Way.With(
        new Way.Script(Path.of(System.getProperty("relevo.script", "not set"))),
        Map.of(
            "relevo.transport", "kafka",
            "relevo.kafka.bootstrap-servers", broker.address(),
            "relevo.kafka.replicas", "1"));
  }
}
