package dev.relevo.bot.trace;

import dev.relevo.bot.setting.Secrets;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@EnableConfigurationProperties(TraceSettings.class)
@Configuration(proxyBeanMethods = false)
final class TraceBeans {

  /// Without a collector not even the exporter's classes are read.
  @Bean
  Traces traces(TraceSettings settings, Secrets secrets) {
    return settings.endpoint().isEmpty() ? Traces.NONE : OtlpTraces.to(settings, secrets);
  }
}
