package dev.relevo.bot.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.relevo.bot.Beside;
import dev.relevo.bot.setting.CannotStart;
import dev.relevo.bot.setting.DataFolder;
import dev.relevo.bot.setting.OpenDataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Beside
class EmbeddedDatabaseIT {

  private static final String VERSION = "18.6.0";

  /// One data folder for all: whatever one test leaves behind the next start has to live with.
  @TempDir static Path temporary;

  private static DataFolder folder;

  @BeforeAll
  static void interruptedFirstStart() throws IOException {
    folder = OpenDataFolder.at(temporary);
    Files.createDirectories(temporary.resolve("postgres/cluster.part/base"));
    Files.createDirectories(temporary.resolve("postgres/server.part/bin"));
  }

  @AfterAll
  static void close() {
    folder.close();
  }

  @Test
  void keepsWhatWasWrittenAndItsPort() throws SQLException {
    String url;
    try (var database = start()) {
      url = database.application().url();
      owner(
          database,
          "DROP TABLE IF EXISTS bot.thing; CREATE TABLE bot.thing AS SELECT 42 AS answer");
    }
    try (var database = start()) {
      assertThat(database.application().url()).isEqualTo(url);
      assertThat(ask(database.application(), "SELECT answer FROM bot.thing")).isEqualTo("42");
    }
  }

  @Test
  void aClusterOfBeforeTenantsWereKeptApartGetsTheirRole() throws SQLException {
    try (var database = start()) {
      var administrator =
          new Login(
              database.application().url(),
              "postgres",
              Passwords.kept(folder).superuser(),
              Optional.empty());
      execute(administrator, "DROP OWNED BY relevo_tenant; DROP ROLE relevo_tenant");
    }
    try (var database = start()) {
      assertThat(
              ask(
                  database.application(),
                  "SELECT set_config('role', 'relevo_tenant', false) || has_schema_privilege('crm', 'USAGE')"))
          .isEqualTo("relevo_tenanttrue");
    }
  }

  @Test
  void endsAServerThatAKilledServiceLeftBehind() throws Exception {
    try (var database = start()) {
      owner(
          database,
          "DROP TABLE IF EXISTS bot.thing; CREATE TABLE bot.thing AS SELECT 42 AS answer");
    }
    var orphan = leftBehind();

    try (var database = start()) {
      assertThat(orphan.isAlive()).isFalse();
      assertThat(ask(database.application(), "SELECT answer FROM bot.thing")).isEqualTo("42");
    }
    assertThat(Postmaster.of(cluster())).isEmpty();
  }

  @Test
  void aServerThatIsKilledIsStartedAgainWhereItWas() throws Exception {
    try (var database = start()) {
      owner(
          database,
          "DROP TABLE IF EXISTS bot.thing; CREATE TABLE bot.thing AS SELECT 42 AS answer");

      Postmaster.of(cluster()).orElseThrow().process().destroyForcibly();

      await("it answers", () -> answers(database, "SELECT answer FROM bot.thing", "42"));
    }
    assertThat(Postmaster.of(cluster())).isEmpty();
  }

  @Test
  void whatIsLeftOfAKilledServerDelaysTheNextAndDoesNotMoveItElsewhere() throws Exception {
    try (var database = start();
        var left = database.application().connect()) {
      var backend = Long.parseLong(ask(left, "SELECT pg_backend_pid()"));
      Signal.send("STOP", backend);

      Postmaster.of(cluster()).orElseThrow().process().destroyForcibly();
      await("the next cannot start yet", () -> serverLog().contains("pre-existing shared memory"));
      Signal.send("KILL", backend);

      await("it answers", () -> answers(database, "SELECT 1", "1"));
    }
  }

  @Test
  void leavesAnotherProgramAloneThatHasTheNumberOfAServerLongGone() throws Exception {
    start().close();
    var other = new ProcessBuilder("sleep", "60").start();
    try {
      Files.writeString(
          cluster().resolve("postmaster.pid"),
          "%d%n%s%n1%n1%n%n127.0.0.1%n".formatted(other.pid(), cluster()));
      try (var database = start()) {
        assertThat(ask(database.application(), "SELECT 1")).isEqualTo("1");
        assertThat(other.isAlive()).isTrue();
      }
    } finally {
      other.destroyForcibly();
    }
  }

  @Test
  void beginsAnewWhenTheFirstStartWasInterrupted() {
    try (var _ = start()) {
      assertThat(temporary.resolve("postgres/cluster.part")).doesNotExist();
      assertThat(temporary.resolve("postgres/server.part")).doesNotExist();
    }
  }

  @Test
  void refusesTheDataOfAnotherMajorVersion(@TempDir Path other) throws IOException {
    Files.createDirectories(other.resolve("postgres/cluster"));
    Files.writeString(other.resolve("postgres/cluster/PG_VERSION"), "17\n");

    try (var theirs = OpenDataFolder.at(other)) {
      assertThatExceptionOfType(CannotStart.class)
          .isThrownBy(() -> EmbeddedDatabase.start(theirs, VERSION, 8))
          .withMessageContaining("PostgreSQL 17")
          .withMessageContaining("PostgreSQL 18")
          .withMessageContaining("pg_upgrade");
    }
  }

  @Test
  void letsNobodyInWithoutThePassword() throws SQLException {
    try (var database = start()) {
      var it = database.application();
      for (var password : new String[] {"", "wrong"}) {
        for (var user : new String[] {"postgres", "relevo_owner", "relevo_app"}) {
          var guess = new Login(it.url(), user, password, Optional.empty());
          assertThatExceptionOfType(SQLException.class).isThrownBy(() -> guess.connect().close());
        }
      }
      assertThat(ask(it, "SHOW password_encryption")).isEqualTo("scram-sha-256");
      assertThat(ask(it, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
    }
  }

  @Test
  void keepsPasswordsAndDataFromOtherUsers() throws IOException {
    start().close();

    assertThat(permissions(temporary.resolve("postgres/passwords"))).isEqualTo("rw-------");
    assertThat(permissions(cluster())).isEqualTo("rwx------");
  }

  @Test
  void theApplicationMayWriteRowsButNotChangeTables() throws SQLException {
    try (var database = start()) {
      owner(
          database,
          "DROP TABLE IF EXISTS bot.thing; CREATE TABLE bot.thing (id bigint GENERATED ALWAYS AS IDENTITY, word text)");
      try (var connection = database.application().connect();
          var statement = connection.createStatement()) {
        assertThat(statement.executeUpdate("INSERT INTO bot.thing (word) VALUES ('a')")).isOne();
        for (var forbidden :
            new String[] {
              "DROP TABLE bot.thing",
              "ALTER TABLE bot.thing ADD COLUMN more text",
              "TRUNCATE bot.thing",
              "CREATE TABLE bot.mine (id int)",
              "CREATE TABLE public.mine (id int)",
              "SET ROLE relevo_owner"
            }) {
          assertThatExceptionOfType(SQLException.class)
              .as(forbidden)
              .isThrownBy(() -> statement.execute(forbidden))
              .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
        }
      }
    }
  }

  private static EmbeddedDatabase start() {
    return EmbeddedDatabase.start(folder, VERSION, 8);
  }

  /// A server that nobody watches.
  private static ProcessHandle leftBehind() throws IOException {
    var parent = folder.path().resolve("postgres");
    var bundle = Bundle.unpack(parent, VERSION);
    var words =
        Stream.of(
            bundle.program("pg_ctl"),
            "start",
            "-w",
            "-s",
            "-D",
            cluster().toString(),
            "-l",
            ServerLog.in(parent).file().toString());
    assertThat(Footing.find(bundle, parent).command(parent, words).run("").succeeded()).isTrue();
    return Postmaster.of(cluster()).orElseThrow().process();
  }

  private static boolean answers(EmbeddedDatabase database, String question, String answer) {
    try {
      return ask(database.application(), question).equals(answer);
    } catch (SQLException notYet) {
      return false;
    }
  }

  private static void await(String what, Callable<Boolean> condition) throws Exception {
    var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("did not happen in time: " + what).isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  private static String serverLog() throws IOException {
    return Files.readString(ServerLog.in(folder.path().resolve("postgres")).file());
  }

  private static Path cluster() {
    return folder.path().resolve("postgres/cluster");
  }

  private static void owner(EmbeddedDatabase database, String sql) throws SQLException {
    execute(database.owner(), sql);
  }

  private static void execute(Login login, String sql) throws SQLException {
    try (var connection = login.connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(Login login, String sql) throws SQLException {
    try (var connection = login.connect()) {
      return ask(connection, sql);
    }
  }

  private static String ask(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
