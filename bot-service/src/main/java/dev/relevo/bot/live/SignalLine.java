package dev.relevo.bot.live;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.stereotype.Repository;

/// What replicas call out to each other: the notifications `relevo_signal` of the database they
/// share, spoken and heard on one connection that is kept. Each is a transaction of its own: the
/// lock that a notification takes at its commit is held by nobody's message. For one thread.
@Repository
class SignalLine {

  /// The longest text that can be called out, in bytes; PostgreSQL takes fewer than 8000.
  static final int LONGEST = 7_900;

  private static final int PATIENCE_SECONDS = 2;

  private final DataSource dataSource;
  private @Nullable Connection connection;

  SignalLine(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /// Lets all other replicas hear it that listen now.
  void call(String text) throws SQLException {
    try (var statement = open().prepareStatement("SELECT pg_notify('relevo_signal', ?)")) {
      statement.setString(1, text);
      statement.execute();
    }
  }

  /// What the others called out since; waits so long for the first.
  List<String> hear(Duration patience) throws SQLException {
    var postgres = open().unwrap(PGConnection.class);
    var heard = postgres.getNotifications(Math.toIntExact(patience.toMillis()));
    var texts = new ArrayList<String>();
    if (heard != null) {
      for (var notification : heard) {
        if (notification.getPID() != postgres.getBackendPID()) {
          texts.add(notification.getParameter());
        }
      }
    }
    return texts;
  }

  /// Asks whether the other end is still there: a line on which nothing comes looks the same when
  /// it is cut.
  void check() throws SQLException {
    if (!open().isValid(PATIENCE_SECONDS)) {
      throw new SQLException("the database does not answer");
    }
  }

  /// Gives the connection back; the next use opens another.
  void hangUp() {
    try (var _ = connection) {
      connection = null;
    } catch (SQLException alreadyGone) {
      connection = null;
    }
  }

  private Connection open() throws SQLException {
    var kept = connection;
    if (kept == null) {
      kept = dataSource.getConnection();
      connection = kept;
      try (var statement = kept.createStatement()) {
        statement.execute("LISTEN relevo_signal");
      }
    }
    return kept;
  }
}
