package dev.relevo.bot.live;

import dev.relevo.crm.conversation.Journal;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Makes the room's one bean; [Live] itself needs no container.
@Configuration(proxyBeanMethods = false)
class LiveRoom {

  @Bean
  Live live(Journal journal, Clock clock) {
    return Live.of(journal, clock);
  }
}
