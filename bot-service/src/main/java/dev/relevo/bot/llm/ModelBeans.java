package dev.relevo.bot.llm;

import dev.relevo.knowledge.fetch.Reach;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ModelSettings.class)
final class ModelBeans {

  @Bean
  Wire modelWire(ModelSettings settings) {
    return new Wire(
        settings.privateAddresses()
            ? SystemDefaultDnsResolver.INSTANCE
            : Reach.ofInternet(Reach.WEB).resolver());
  }
}
