package dev.relevo.bot.database;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;

/// The database is away, ends, has no room, or only lets itself be read: whatever it was asked is
/// not to blame, and will do later.
public final class Outage {

  /// Classes of SQLSTATE: connection, resources, operator's intervention, system. (Spring counts a
  /// full disk among the faults that no repetition helps.)
  private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

  private static final String READ_ONLY = "25006";

  /// The server ended a transaction whose application said nothing for too long: its machine slept,
  /// or the line was cut.
  private static final String IDLE_IN_TRANSACTION = "25P03";

  private Outage() {}

  /// Whether that is why something failed.
  public static boolean isBehind(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException refused && isOutage(refused)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOutage(SQLException refused) {
    var state = refused.getSQLState();
    if (state == null || state.length() < 2) {
      return refused instanceof SQLTransientException;
    }
    return CLASSES.contains(state.substring(0, 2))
        || state.equals(READ_ONLY)
        || state.equals(IDLE_IN_TRANSACTION);
  }
}
