package dev.relevo.knowledge;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// A PostgreSQL with this module's tables, started once for all tests that ask.
public final class KnowledgeDatabase {

  private static final List<String> MIGRATIONS =
      List.of(
          "V002__knowledge.sql",
          "V006__draft.sql",
          "V007__version_life.sql",
          "V008__document.sql",
          "V009__sheet.sql",
          "V012__model.sql",
          "V013__sheet_sync.sql",
          "V024__draft_line.sql");

  /// One and the same, for a transaction belongs to the data source it was begun on.
  private static final DataSource DATA_SOURCE = pool();

  private static final AtomicLong WORKSPACES = new AtomicLong();

  private KnowledgeDatabase() {}

  public static DataSource dataSource() {
    return DATA_SOURCE;
  }

  /// The same for tests of one thread: they need not connect for every statement.
  public static DataSource oneConnection() {
    try {
      return new SingleConnectionDataSource(dataSource().getConnection(), true);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A workspace of its own.
  public static long newWorkspace() {
    long workspace = WORKSPACES.incrementAndGet();
    run("INSERT INTO crm.workspace (id) VALUES (" + workspace + ")");
    return workspace;
  }

  /// The number a query gives.
  public static long number(String sql) {
    try (var connection = dataSource().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public static void run(String sql) {
    try (var connection = dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static DataSource pool() {
    var config = new HikariConfig();
    config.setJdbcUrl(started().getJdbcUrl("postgres", "postgres"));
    config.setMaximumPoolSize(32);
    config.setMinimumIdle(1);
    return new HikariDataSource(config);
  }

  private static EmbeddedPostgres started() {
    try {
      var postgres = EmbeddedPostgres.start();
      try (var connection = postgres.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        // What this module needs of the tables below it.
        statement.execute(
            """
            CREATE SCHEMA crm;
            CREATE TABLE crm.workspace (id bigint PRIMARY KEY);
            CREATE ROLE relevo_tenant NOLOGIN;
            CREATE FUNCTION crm.may_see(workspace bigint) RETURNS boolean LANGUAGE sql RETURN true;
            """);
        for (var migration : MIGRATIONS) {
          statement.execute(text("/db/migration/" + migration));
        }
      }
      return postgres;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(String name) throws IOException {
    try (var file = KnowledgeDatabase.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
