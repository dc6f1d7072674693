package dev.relevo.bot.reading;

import dev.relevo.knowledge.document.DocumentLimits;
import dev.relevo.knowledge.document.Documents;
import dev.relevo.knowledge.fetch.FetchLimits;
import dev.relevo.knowledge.fetch.Fetcher;
import dev.relevo.knowledge.fetch.Reach;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DocumentSettings.class)
final class ReadingBeans {

  @Bean
  Fetcher fetcher(DocumentSettings settings) {
    var limits = new FetchLimits(Math.toIntExact(settings.limit().toBytes()), settings.patience());
    return new Fetcher(limits, Reach.ofInternet(settings.ports()));
  }

  @Bean
  Documents documents(
      DataSource dataSource,
      PlatformTransactionManager transactions,
      Fetcher fetcher,
      DocumentSettings settings,
      Clock clock) {
    var limits = DocumentLimits.DEFAULT.withFileBytes(Math.toIntExact(settings.limit().toBytes()));
    return new Documents(dataSource, transactions, fetcher, limits, clock);
  }
}
