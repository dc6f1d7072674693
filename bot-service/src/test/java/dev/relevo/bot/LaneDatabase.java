package dev.relevo.bot;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.relevo.crm.TestDatabase;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// A database of its own on the tests' server: replicas share its shards with nobody else's tests.
final class LaneDatabase {

  private static final HikariDataSource POOL = open();

  private LaneDatabase() {}

  static DataSource dataSource() {
    return POOL;
  }

  private static HikariDataSource open() {
    TestDatabase.dataSource();
    try (var connection = DriverManager.getConnection(TestDatabase.url());
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE lanes TEMPLATE template0");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    var config = new HikariConfig();
    config.setJdbcUrl(TestDatabase.url().replace("/postgres?", "/lanes?"));
    config.setMaximumPoolSize(40);
    var pool = new HikariDataSource(config);
    Flyway.configure().dataSource(pool).locations("classpath:db/migration").load().migrate();
    return pool;
  }
}
