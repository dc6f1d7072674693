package dev.relevo.bot.database;

import dev.relevo.bot.setting.CannotStart;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;

/// A PostgreSQL that someone else runs. Migrations are made as the given user; all other work drops
/// to the roles `relevo_app` and `relevo_tenant`, which are made at the first start where the user
/// may do that.
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
      ensureRoles(connection);
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
    return new Login(owner.url(), owner.user(), owner.password(), Optional.of(Roles.APPLICATION));
  }

  @Override
  public String description() {
    return "PostgreSQL at " + where(owner);
  }

  @Override
  public void close() {}

  private static void ensureRoles(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(Roles.ensure());
    } catch (SQLException refused) {
      if (!"42501".equals(refused.getSQLState())) {
        throw refused;
      }
      throw new CannotStart(
          "The database user may not make the roles under which Relevo works; run once as an administrator: "
              + Roles.byHand(user(connection)),
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
