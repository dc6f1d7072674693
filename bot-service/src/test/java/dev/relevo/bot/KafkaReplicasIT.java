package dev.relevo.bot;

import static dev.relevo.bot.Fleet.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.belt.KafkaBroker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Replicas whose webhooks go by way of a real broker.
@Tag("long")
class KafkaReplicasIT {

  @TempDir static Path folder;

  private static KafkaBroker broker;
  private static Fleet fleet;

  @BeforeAll
  static void start() throws Exception {
    broker = KafkaBroker.start();
    fleet =
        new Fleet(
            "kafka",
            folder,
            Map.of(
                "RELEVO_TRANSPORT", "kafka",
                "RELEVO_KAFKA_BOOTSTRAPSERVERS", broker.address(),
                "RELEVO_KAFKA_REPLICAS", "1"));
    fleet.start("one");
    fleet.start("two");
    fleet.admit("one");
    fleet.admit("two");
  }

  @AfterAll
  static void stop() throws IOException {
    fleet.close();
    broker.close();
  }

  @Test
  void brokerAndReplicaAreKilledWhileCustomersWriteAndNothingIsLostDoubledOrDisordered()
      throws Exception {
    await("both hold lanes", () -> fleet.owners().size() == 2);
    try (var crowd = fleet.crowd(0, 40)) {
      await("a quarter is written", () -> crowd.acknowledged() > crowd.messages() / 4);
      broker.kill();
      broker.restart();
      await("half is written", () -> crowd.acknowledged() > crowd.messages() / 2);
      var onTheWire = fleet.provider().open().size();
      fleet.kill("one");
      await("everybody is answered", () -> crowd.came().lost() == 0);

      var came = crowd.came();
      System.out.printf("broker and replica killed, %d on the wire: %s%n", onTheWire, came);
      came.assertNothingWrong();
      assertThat(came.doubledSends()).isLessThanOrEqualTo(onTheWire);
    }
  }
}
