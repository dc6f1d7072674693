package dev.relevo.eval.crash;

import dev.relevo.bot.belt.KafkaBroker;
import dev.relevo.eval.service.Way;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// The short campaign on two replicas with a real broker before them.
@Tag("kafka")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no kill")
class KafkaCampaignIT {

  @Test
  void replicasInTroubleBehindABrokerLoseDoubleAndDisorderNothing() throws Exception {
    try (var broker = KafkaBroker.start()) {
      CrashCampaignIT.comesThrough(
          behind(broker),
          Act.TWO_REPLICAS,
          List.of(
              new ServiceKilled(Phase.ACCEPT),
              new PostgresKilled(),
              new LineCut(Duration.ofSeconds(4)),
              new ServiceKilled(Phase.SEND)));
    }
  }

  private static Way behind(KafkaBroker broker) {
    return new Way.With(
        new Way.Script(Path.of(System.getProperty("relevo.script", "not set"))),
        Map.of(
            "relevo.transport", "kafka",
            "relevo.kafka.bootstrap-servers", broker.address(),
            "relevo.kafka.replicas", "1"));
  }
}
