package dev.relevo.bot.lane;

import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@EnableConfigurationProperties(LeaseSettings.class)
@Configuration(proxyBeanMethods = false)
final class LaneBeans {

  /// On the embedded database the data folder admits one Relevo only, so nobody else can hold a
  /// lease.
  @Bean
  Leases leases(ShardTable table, LeaseSettings settings, Environment environment) {
    var embedded = environment.getProperty("relevo.database.url", "").isBlank();
    return new Leases(table, UUID.randomUUID().toString(), settings, embedded);
  }
}
