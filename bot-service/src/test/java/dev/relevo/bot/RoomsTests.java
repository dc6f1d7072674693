package dev.relevo.bot;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

@Beside
class RoomsTests {

  @Test
  void everyRoomUsesOnlyTheRoomsItNames() {
    ApplicationModules.of(BotService.class, new HouseRulesTests.ShippedCode()).verify();
  }
}
