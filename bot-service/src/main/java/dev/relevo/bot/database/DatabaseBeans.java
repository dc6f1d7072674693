package dev.relevo.bot.database;

import dev.relevo.bot.operation.WelcomeLine;
import dev.relevo.bot.setting.DataFolder;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.Driver;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/// Beans are closed in the opposite order: first the pools, then the server, then the data folder.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
final class DatabaseBeans {

  /// Unless it had a [HeadStart].
  @Bean(destroyMethod = "close")
  @ConditionalOnMissingBean
  Database database(DatabaseSettings settings, DataFolder folder) {
    return settings.embedded()
        ? EmbeddedDatabase.start(folder, settings.bundledVersion(), settings.connections().total())
        : ExternalDatabase.enter(settings);
  }

  @Bean(destroyMethod = "close")
  SharedPools dataSource(Database database, DatabaseSettings settings) {
    return new SharedPools(database.application(), settings.connections());
  }

  /// A few connections once at the start: no pool. The driver's own data source would name itself
  /// by all its properties, and Flyway search that name for passwords for a quarter of a second.
  @Bean(defaultCandidate = false)
  @FlywayDataSource
  DataSource migrationDataSource(Database database) {
    var owner = database.owner();
    var source = new SimpleDriverDataSource(new Driver(), owner.url());
    if (!owner.user().isEmpty()) {
      source.setUsername(owner.user());
      source.setPassword(owner.password());
    }
    return source;
  }

  @Bean
  @Order(100)
  WelcomeLine databaseLine(Database database) {
    return () -> Optional.of(new WelcomeLine.Line("Database", database.description()));
  }
}
