package dev.relevo.bot.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// The two roles under which the service works. Neither owns anything.
final class Roles {

  /// Rooms that work for all workspaces: lanes, couriers, timers, sign-in.
  static final String APPLICATION = "relevo_app";

  /// Whoever came through a door of one workspace ([Tenancy]).
  static final String TENANT = "relevo_tenant";

  static final List<String> ALL = List.of(APPLICATION, TENANT);

  private Roles() {}

  static boolean present(Connection connection, String role) throws SQLException {
    try (var statement = connection.prepareStatement("SELECT to_regrole(?) IS NOT NULL")) {
      statement.setString(1, role);
      try (var row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  /// As an administrator: the tenants' role, into which the application's may change.
  static String makeTenant() {
    return "CREATE ROLE %2$s NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS; GRANT %2$s TO %1$s WITH INHERIT FALSE, SET TRUE"
        .formatted(APPLICATION, TENANT);
  }

  /// As a user who shall be able to change into both, which are made where they are missing.
  static String ensure() {
    return """
    DO $$ DECLARE role text; BEGIN
      PERFORM pg_advisory_xact_lock(%d);
      FOREACH role IN ARRAY ARRAY['%s'] LOOP
        IF to_regrole(role) IS NULL THEN
          EXECUTE format('CREATE ROLE %%I NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS', role);
        END IF;
        IF NOT pg_has_role(current_user, role, 'MEMBER') OR current_setting('server_version_num')::int >= 160000
            AND NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)
            AND NOT pg_has_role(current_user, role, 'SET') THEN
          EXECUTE format('GRANT %%I TO CURRENT_USER', role);
        END IF;
      END LOOP;
    END $$
    """
        .formatted(0x52454C4FL, String.join("', '", ALL));
  }

  /// What an administrator runs once when the user may not make roles.
  static String byHand(String user) {
    var words = new StringBuilder();
    for (var role : ALL) {
      words.append("CREATE ROLE %1$s NOLOGIN; GRANT %1$s TO \"%2$s\"; ".formatted(role, user));
    }
    return words.toString().strip();
  }
}
