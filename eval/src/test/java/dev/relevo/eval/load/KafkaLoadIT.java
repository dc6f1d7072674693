package dev.relevo.eval.load;

import dev.relevo.bot.belt.KafkaBroker;
import dev.relevo.eval.service.KafkaWay;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// The little load, with a real broker before the application.
@Tag("long")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script is one of a shell")
class KafkaLoadIT {

  @Test
  void answersEverybodyOnceAndInOrder() throws Exception {
    try (var broker = KafkaBroker.start()) {
      LoadIT.answersEverybodyOnceAndInOrder(KafkaWay.behind(broker));
    }
  }
}
