package dev.relevo.bot.outbox;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutboxSettings.class)
final class OutboxBeans {

  @Bean
  Pacer pacer() {
    return new Pacer();
  }
}
