package dev.relevo.bot.outbox;

import dev.relevo.bot.lane.Leases;
import java.util.random.RandomGenerator;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutboxSettings.class)
final class OutboxBeans {

  @Bean
  Pacer pacer(Leases leases) {
    return new Pacer(leases::share);
  }

  @Bean
  Aftermath aftermath(OutboxSettings settings) {
    return new Aftermath(settings, RandomGenerator.getDefault());
  }
}
