package dev.relevo.eval.crash;

import dev.relevo.bot.belt.KafkaBroker;
import dev.relevo.eval.service.KafkaWay;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// The short campaign on two replicas with a real broker before them.
@Tag("long")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no kill")
class KafkaCampaignIT {

  @Test
  void replicasInTroubleBehindABrokerLoseDoubleAndDisorderNothing() throws Exception {
    try (var broker = KafkaBroker.start()) {
      CrashCampaignIT.comesThrough(
          KafkaWay.behind(broker),
          Act.TWO_REPLICAS,
          List.of(
              new ServiceKilled(Phase.ACCEPT),
              new PostgresKilled(),
              new LineCut(Duration.ofSeconds(4)),
              new ServiceKilled(Phase.SEND)));
    }
  }
}
