package dev.relevo.bot.database;

import static dev.relevo.bot.database.Schemas.APPLICATION_ROLE;

import dev.relevo.bot.setting.CannotStart;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;

/// A PostgreSQL that someone else runs. Migrations are made as the given user; all other work drops
/// to the role `relevo_app`, which is made at the first start where the user may do that.
final class ExternalDatabase implements Database {

  private static final Pattern WHERE = Pattern.compile("jdbc:postgresql:(?://)?([^?]*).*");

  private final Login owner;

  private ExternalDatabase(Login owner) {
    this.owner = owner;
  }

  /// @throws CannotStart when it cannot be reached, refuses the user, or the user may not prepare
  ///   it
  static ExternalDatabase enter(DatabaseSettings settings) {
    var owner = new Login(settings.url(), settings.user(), settings.password(), Optional.empty());
    try (var connection = owner.connect()) {
      ensureRole(connection);
      Schemas.prepare(connection);
      return new ExternalDatabase(owner);
    } catch (SQLException refused) {
      throw new CannotStart(sentence(owner, refused), refused);
    }
  }

  @Override
  public Login owner() {
    return owner;
  }

  @Override
  public Login application() {
    return new Login(owner.url(), owner.user(), owner.password(), Optional.of(APPLICATION_ROLE));
  }

  @Override
  public String description() {
    return "PostgreSQL at " + where(owner);
  }

  @Override
  public void close() {}

  private static void ensureRole(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(
          """
          DO $$ BEGIN
            PERFORM pg_advisory_xact_lock(%1$d);
            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%2$s') THEN
              CREATE ROLE %2$s NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
            END IF;
            IF NOT pg_has_role(current_user, '%2$s', 'MEMBER') OR current_setting('server_version_num')::int >= 160000
                AND NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)
                AND NOT pg_has_role(current_user, '%2$s', 'SET') THEN
              GRANT %2$s TO CURRENT_USER;
            END IF;
          END $$
          """
              .formatted(0x52454C4FL, APPLICATION_ROLE));
    } catch (SQLException refused) {
      if (!"42501".equals(refused.getSQLState())) {
        throw refused;
      }
      throw new CannotStart(
          "The database user may not make the role %1$s under which Relevo works; run once as an administrator: CREATE ROLE %1$s NOLOGIN; GRANT %1$s TO \"%2$s\";"
              .formatted(APPLICATION_ROLE, user(connection)),
          refused);
    }
  }

  private static String user(Connection connection) throws SQLException {
    return connection.getMetaData().getUserName();
  }

  private static String where(Login login) {
    var matcher = WHERE.matcher(login.url());
    return matcher.matches() ? matcher.group(1) : "RELEVO_DATABASE_URL";
  }

  private static String sentence(Login login, SQLException refused) {
    var where = where(login);
    var user =
        login.user().isEmpty() ? "the user in its address" : "the user \"" + login.user() + "\"";
    return switch (String.valueOf(refused.getSQLState())) {
      case "08001", "08004", "08006" ->
          "The database at %s (RELEVO_DATABASE_URL) cannot be reached: %s"
              .formatted(where, refused.getMessage());
      case "28P01", "28000" ->
          "The database at %s refused %s; check RELEVO_DATABASE_USER and RELEVO_DATABASE_PASSWORD."
              .formatted(where, user);
      case "3D000" ->
          "The database at %s does not exist; make it first: CREATE DATABASE …, or correct RELEVO_DATABASE_URL."
              .formatted(where);
      case "42501" ->
          "In the database at %s %s may not make what Relevo needs (%s); let it own the database or give it CREATE on it."
              .formatted(where, user, refused.getMessage());
      default ->
          "The database at %s (RELEVO_DATABASE_URL) cannot be used: %s"
              .formatted(where, refused.getMessage());
    };
  }
}
