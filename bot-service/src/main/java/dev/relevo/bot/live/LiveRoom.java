package dev.relevo.bot.live;

import dev.relevo.crm.conversation.Journal;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Makes the room's beans; [Live] itself needs no container.
@Configuration(proxyBeanMethods = false)
class LiveRoom {

  @Bean
  Live live(Journal journal, Clock clock) {
    return Live.of(journal, clock);
  }

  /// On the embedded database there is one replica only.
  @Bean
  @ConditionalOnProperty("relevo.database.url")
  Neighbours neighbours(Live live, SignalLine line) {
    return new Neighbours(live, line);
  }
}
