package dev.relevo.crm;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/// `crm.drop_key`, by which migrations take a key away under the hands of older replicas.
class DropKeyIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Test
  void whoHoldsOneTableAndWantsTheOtherIsNotKeptWaiting()
      throws SQLException, InterruptedException, ExecutionException, TimeoutException {
    try (var migration = TestDatabase.dataSource().getConnection();
        var replica = TestDatabase.dataSource().getConnection();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      run(migration, "CREATE TABLE kept (id int PRIMARY KEY)");
      run(migration, "CREATE TABLE holder (kept int CONSTRAINT holder_key REFERENCES kept (id))");
      replica.setAutoCommit(false);
      run(replica, "INSERT INTO kept VALUES (1)");

      var dropped =
          threads.submit(() -> {
            run(migration, "CALL crm.drop_key('holder', 'holder_key')");
            return true;
          });
      awaitWaiting(replica);
      run(replica, "INSERT INTO holder VALUES (1)");
      assertThat(dropped.isDone()).isFalse();
      replica.commit();

      assertThat(dropped.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      run(replica, "INSERT INTO holder VALUES (2)");
      replica.commit();
      run(migration, "DROP TABLE holder, kept");
    }
  }

  /// Until the migration has the one table and waits for the other.
  private static void awaitWaiting(Connection replica) throws SQLException {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    var waiting = false;
    while (!waiting) {
      assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
      try (var statement = replica.createStatement();
          var row =
              statement.executeQuery(
                  "SELECT count(*) > 0 FROM pg_locks WHERE NOT granted AND relation = 'kept'::regclass")) {
        row.next();
        waiting = row.getBoolean(1);
      }
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
