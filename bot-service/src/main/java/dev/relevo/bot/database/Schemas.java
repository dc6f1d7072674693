package dev.relevo.bot.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// The schemas of the three Maven modules, and what the application's role may do in them: read and
/// write rows, and nothing to the tables themselves. Applied before the migrations, so that every
/// table is born with it. To tenants a table is open once a migration has said `CALL
/// crm.keep_apart('…')`.
final class Schemas {

  static final List<String> NAMES = List.of("crm", "bot", "knowledge");

  /// Replicas that start together take turns.
  private static final long LOCK = 0x52454C45564FL;

  private Schemas() {}

  /// As the owner; harmless when already done.
  static void prepare(Connection owner) throws SQLException {
    owner.setAutoCommit(false);
    try (var statement = owner.createStatement()) {
      statement.execute("SELECT pg_advisory_xact_lock(%d)".formatted(LOCK));
      for (var schema : NAMES) {
        statement.execute(grants(schema));
      }
    }
    owner.commit();
    owner.setAutoCommit(true);
  }

  private static String grants(String schema) {
    return """
    DO $$ BEGIN
      IF to_regnamespace('%1$s') IS NULL THEN
        CREATE SCHEMA %1$s;
      END IF;
    END $$;
    GRANT USAGE ON SCHEMA %1$s TO %2$s, %3$s;
    ALTER DEFAULT PRIVILEGES IN SCHEMA %1$s GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO %2$s;
    ALTER DEFAULT PRIVILEGES IN SCHEMA %1$s GRANT USAGE, SELECT ON SEQUENCES TO %2$s;
    """
        .formatted(schema, Roles.APPLICATION, Roles.TENANT);
  }
}
