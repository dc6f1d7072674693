package dev.relevo.bot.belt;

import dev.relevo.bot.lane.Leases;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TransportSettings.class)
final class BeltBeans {

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty(name = "relevo.transport", havingValue = "kafka")
  @EnableConfigurationProperties(KafkaSettings.class)
  static class Kafka {

    @Bean
    Belts belts(KafkaSettings settings, Leases leases) {
      return new KafkaBelts(settings, () -> leases.held().keySet());
    }
  }
}
