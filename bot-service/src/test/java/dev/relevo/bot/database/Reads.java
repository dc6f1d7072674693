package dev.relevo.bot.database;

import com.zaxxer.hikari.HikariDataSource;
import dev.relevo.crm.TestDatabase;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A database to itself, on whose connections the planner may do what it may on those of the
/// message's way, and how many rows a statement reads there.
public final class Reads implements AutoCloseable {

  private final HikariDataSource database = new HikariDataSource();
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  private Reads(String name) {
    database.setJdbcUrl(TestDatabase.empty(name));
    database.setConnectionInitSql(String.join("; ", Workload.TURNS.plans()));
    Flyway.configure().dataSource(database).locations("classpath:db/migration").load().migrate();
    jdbc = JdbcClient.create(database);
    transaction = new TransactionTemplate(new JdbcTransactionManager(database));
  }

  /// A new one, with all its tables.
  ///
  /// @param name of the database
  public static Reads of(String name) {
    return new Reads(name);
  }

  public JdbcClient jdbc() {
    return jdbc;
  }

  public DataSource dataSource() {
    return database;
  }

  public void write(String sql) {
    jdbc.sql(sql).update();
  }

  /// How many rows of the table the work looks at, by whichever index.
  ///
  /// @param table with its schema
  public long during(String table, Runnable work) {
    return Optional.ofNullable(
            transaction.execute(_ -> {
              var before = soFar(table);
              work.run();
              return soFar(table) - before;
            }))
        .orElseThrow();
  }

  private long soFar(String table) {
    return jdbc.sql(
            "SELECT coalesce(idx_tup_fetch, 0) + seq_tup_read FROM pg_stat_xact_user_tables WHERE relid = CAST(:table AS regclass)")
        .param("table", table)
        .query(Long.class)
        .single();
  }

  @Override
  public void close() {
    database.close();
  }
}
