package dev.relevo.bot.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.relevo.bot.Beside;
import dev.relevo.bot.TestTime;
import dev.relevo.bot.setting.CannotStart;
import dev.relevo.bot.setting.DataFolder;
import dev.relevo.bot.setting.OpenDataFolder;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against a server that has none of Relevo's roles at first; they are removed before each test.
@Beside
class ExternalDatabaseIT {

  @TempDir static Path temporary;
  private static DataFolder folder;
  private static EmbeddedDatabase server;
  private static Login administrator;

  @BeforeAll
  static void start() {
    folder = OpenDataFolder.at(temporary);
    server = EmbeddedDatabase.start(folder, "18.6.0", 8);
    var url = server.application().url().replaceFirst("/relevo$", "/postgres");
    administrator =
        new Login(url, "postgres", Passwords.kept(folder).superuser(), Optional.empty());
  }

  @AfterAll
  static void stop() {
    server.close();
    folder.close();
  }

  @BeforeEach
  void anEmptyServer() throws SQLException {
    run(administrator, "DROP DATABASE IF EXISTS relevo", "DROP DATABASE IF EXISTS theirs");
    run(
        administrator,
        "DROP ROLE IF EXISTS relevo_tenant",
        "DROP ROLE IF EXISTS relevo_app",
        "DROP ROLE IF EXISTS relevo_owner",
        "DROP ROLE IF EXISTS their_user");
  }

  @Test
  void aUserWhoMayMakeRolesGetsTheApplicationsRole() throws SQLException {
    aUserWhoMayMakeRoles();

    for (var start = 0; start < 2; start++) {
      var database = ExternalDatabase.enter(settings("secret"));
      try (var pools = new SharedPools(database.application(), database());
          var connection = pools.getConnection();
          var statement = connection.createStatement();
          var row =
              statement.executeQuery(
                  "SELECT current_user, rolsuper OR rolcreaterole OR rolcreatedb FROM pg_roles WHERE rolname = current_user")) {
        assertThat(row.next()).isTrue();
        assertThat(row.getString(1)).isEqualTo("relevo_app");
        assertThat(row.getBoolean(2)).isFalse();
        assertThatExceptionOfType(SQLException.class)
            .isThrownBy(
                () -> connection.createStatement().execute("CREATE TABLE bot.mine (id int)"));
      }
    }
  }

  @Test
  void aTransactionWhoseOtherEndFellSilentIsEndedByTheServer() throws SQLException {
    aUserWhoMayMakeRoles();
    var database = ExternalDatabase.enter(settings("secret"));

    try (var pools = new SharedPools(database.application(), database())) {
      assertGivesUpAfter(pools, Duration.ofMinutes(1));
    }
  }

  /// Else a line that fell silent would cost the replica its lanes.
  @Test
  void whatKeepsLeasesGivesUpLongBeforeOneEnds() throws Exception {
    aUserWhoMayMakeRoles();
    var database = ExternalDatabase.enter(settings("secret"));

    try (var pools = new SharedPools(database.application(), database())) {
      Workload.LEASES.<Void, Exception>call(() -> {
        assertGivesUpAfter(pools, Duration.ofSeconds(4));
        assertPassesOverWhatFellSilent(pools);
        return null;
      });
    }
  }

  /// Its one connection is idle, and the server's end of it does nothing any more.
  private static void assertPassesOverWhatFellSilent(SharedPools pools) throws Exception {
    var silent = backend(pools);
    Signal.send("STOP", silent);
    try {
      // HikariCP trusts a connection that was in use half a second ago.
      TestTime.passes(Duration.ofMillis(600));
      assertThat(backend(pools)).isNotEqualTo(silent);
    } finally {
      Signal.send("CONT", silent);
    }
  }

  private static long backend(SharedPools pools) throws SQLException {
    try (var connection = pools.getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT pg_backend_pid()")) {
      assertThat(row.next()).isTrue();
      return row.getLong(1);
    }
  }

  private static void aUserWhoMayMakeRoles() throws SQLException {
    run(
        administrator,
        "CREATE ROLE their_user LOGIN CREATEROLE PASSWORD 'secret'",
        "CREATE DATABASE theirs OWNER their_user");
  }

  private static void assertGivesUpAfter(SharedPools pools, Duration silence) throws SQLException {
    try (var connection = pools.getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery("SHOW idle_in_transaction_session_timeout")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString(1)).isEqualTo(silence.dividedBy(2).toSeconds() + "s");
      assertThat(connection.getNetworkTimeout()).isEqualTo(silence.toMillis());
    }
  }

  @Test
  void aFaultDoesNotTellTheRowItWasAbout() throws SQLException {
    aUserWhoMayMakeRoles();
    var database = ExternalDatabase.enter(settings("secret"));

    try (var pools = new SharedPools(database.application(), database());
        var connection = pools.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("CREATE TEMPORARY TABLE phone (digits text UNIQUE)");
      statement.execute("INSERT INTO phone VALUES ('593991234567')");
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> statement.execute("INSERT INTO phone VALUES ('593991234567')"))
          .satisfies(it -> assertThat(it.getSQLState()).isEqualTo("23505"))
          .satisfies(it -> assertThat(it.getMessage()).doesNotContain("593991234567"));
    }
  }

  @Test
  void aUserWhoMayNotIsToldWhatAnAdministratorMustDo() throws SQLException {
    run(
        administrator,
        "CREATE ROLE their_user LOGIN PASSWORD 'secret'",
        "CREATE DATABASE theirs OWNER their_user");

    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> ExternalDatabase.enter(settings("secret")))
        .withMessageContaining(
            "CREATE ROLE relevo_app NOLOGIN; GRANT relevo_app TO \"their_user\"; CREATE ROLE relevo_tenant NOLOGIN; GRANT relevo_tenant TO \"their_user\";");

    run(administrator, Roles.byHand("their_user"));
    assertThat(ExternalDatabase.enter(settings("secret")).application().role())
        .contains("relevo_app");
  }

  @Test
  void saysWhatIsWrong() throws SQLException {
    run(administrator, "CREATE ROLE their_user LOGIN CREATEROLE PASSWORD 'secret'");

    refuses(settings("secret"), "does not exist");
    run(administrator, "CREATE DATABASE theirs OWNER postgres");
    refuses(settings("wrong"), "RELEVO_DATABASE_PASSWORD");
    refuses(settings("secret"), "CREATE on it");
    refuses(settings("jdbc:postgresql://127.0.0.1:1/theirs", "secret"), "cannot be reached");
  }

  private static void refuses(DatabaseSettings settings, String sentence) {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> ExternalDatabase.enter(settings))
        .withMessageContaining(sentence)
        .withMessageNotContaining("secret");
  }

  private static DatabaseSettings settings(String password) {
    return settings(administrator.url().replaceFirst("/postgres$", "/theirs"), password);
  }

  private static DatabaseSettings settings(String url, String password) {
    return new DatabaseSettings(url, "their_user", password, "", database());
  }

  private static DatabaseSettings.Connections database() {
    return new DatabaseSettings.Connections(1, 1, 1, 1);
  }

  private static void run(Login login, String... statements) throws SQLException {
    try (var connection = login.connect();
        var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
