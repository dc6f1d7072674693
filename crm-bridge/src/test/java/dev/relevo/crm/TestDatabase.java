package dev.relevo.crm;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// A real PostgreSQL with the migrations on the class path, one for all tests of a JVM. Tests share
/// it and make workspaces of their own, as businesses do.
public final class TestDatabase {

  private static final EmbeddedPostgres SERVER = start();
  private static final HikariDataSource POOL = pool();

  private TestDatabase() {}

  /// A pool of 32 connections, migrated.
  public static DataSource dataSource() {
    return POOL;
  }

  /// For tests that start the whole application on it.
  public static String url() {
    return SERVER.getJdbcUrl("postgres", "postgres");
  }

  /// A new database on the same server, with nothing in it; its address.
  public static String empty(String name) {
    try (var connection = POOL.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name + " TEMPLATE template0");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return SERVER.getJdbcUrl("postgres", name);
  }

  private static EmbeddedPostgres start() {
    try {
      var server = EmbeddedPostgres.builder().setServerConfig("max_connections", "500").start();
      try (var connection = server.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        // The application makes them before the migrations, which speak of them.
        statement.execute("CREATE ROLE relevo_app NOLOGIN; CREATE ROLE relevo_tenant NOLOGIN");
      }
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HikariDataSource pool() {
    var config = new HikariConfig();
    config.setJdbcUrl(url());
    config.setMaximumPoolSize(32);
    var pool = new HikariDataSource(config);
    // The application's own schema of the history, so that it can be started on this database.
    Flyway.configure()
        .dataSource(pool)
        .defaultSchema("migration")
        .locations("classpath:db/migration")
        .load()
        .migrate();
    return pool;
  }
}
