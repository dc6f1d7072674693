package dev.relevo.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Starts, stops and breaks the packaged application, in the order of an operator's first hours
/// with it.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PackagedApplicationIT {

  @TempDir static Path folder;

  private static PackagedApplication running;

  @BeforeAll
  static void firstStart() throws IOException {
    running = PackagedApplication.start(folder);
  }

  @AfterAll
  static void stop() throws IOException {
    running.close();
    assertThat(folder.resolve("postgres/cluster/postmaster.pid")).doesNotExist();
  }

  @Test
  @Order(1)
  void saysWhereItIsAndHowItDoes() throws Exception {
    assertThat(running.get("/actuator/health")).isEqualTo(200);
    assertThat(running.get("/actuator/prometheus")).isEqualTo(200);
    assertThat(running.get("/actuator/prometheus", "X-Forwarded-For", "10.0.0.7")).isEqualTo(403);
    assertThat(running.output())
        .contains("Relevo is ready", "Console", folder.toRealPath().toString());
  }

  @Test
  @Order(2)
  void commitsDurably() throws Exception {
    running.address();
    assertThat(ask("relevo_app", "SHOW fsync")).isEqualTo("on");
    assertThat(ask("relevo_app", "SHOW synchronous_commit")).isEqualTo("on");
    assertThat(ask("relevo_app", "SHOW full_page_writes")).isEqualTo("on");
    assertThat(ask("relevo_app", "SHOW password_encryption")).isEqualTo("scram-sha-256");
    assertThat(ask("relevo_app", "SHOW listen_addresses")).isEqualTo("127.0.0.1");
  }

  @Test
  @Order(2)
  void worksUnderARoleThatOwnsNothing() throws Exception {
    assertThat(running.get("/actuator/health")).isEqualTo(200);
    assertThat(
            ask(
                "postgres",
                "SELECT string_agg(DISTINCT usename, ',') FROM pg_stat_activity WHERE application_name LIKE 'relevo%'"))
        .isEqualTo("relevo_app");
    assertThat(
            ask(
                "relevo_app",
                """
                SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls
                FROM pg_roles WHERE rolname = current_user
                """))
        .isEqualTo("f");
    assertThat(
            ask(
                "relevo_app",
                "SELECT count(*) FROM pg_class WHERE pg_get_userbyid(relowner) = current_user"))
        .isEqualTo("0");
    assertThat(
            ask(
                "relevo_app",
                "SELECT count(*) FROM pg_class WHERE pg_get_userbyid(relowner) = 'relevo_owner'"))
        .isNotEqualTo("0");
  }

  @Test
  @Order(3)
  void losesNothingWhenItIsKilled() throws Exception {
    running.address();
    execute("relevo_owner", "CREATE TABLE bot.kept AS SELECT 42 AS answer");
    running.kill();

    running = PackagedApplication.start(folder);
    assertThat(running.get("/actuator/health")).isEqualTo(200);
    assertThat(ask("relevo_app", "SELECT answer FROM bot.kept")).isEqualTo("42");
    execute("relevo_owner", "DROP TABLE bot.kept");
  }

  @Test
  @Order(4)
  void refusesASecondStartOnTheSameFolderAndATakenPort(@TempDir Path other) throws Exception {
    var port = Integer.toString(running.address().getPort());

    refuses(folder, Map.of(), "already runs on the data folder", folder.toRealPath().toString());
    refuses(other, Map.of("SERVER_PORT", port), "Port " + port, "SERVER_PORT");

    assertThat(other.resolve("postgres/cluster/postmaster.pid")).doesNotExist();
    assertThat(running.get("/actuator/health")).isEqualTo(200);
  }

  @Test
  @Order(5)
  void refusesAFolderItCannotWrite() throws Exception {
    var file = Files.createTempFile("relevo", ".file");
    try (var application = PackagedApplication.start(file.resolve("data"))) {
      application.refuses("cannot be written", file.toString(), "RELEVO_DATA_DIR");
    }
    Files.delete(file);
  }

  @Test
  @Order(6)
  void refusesADatabaseItCannotEnter(@TempDir Path other) throws Exception {
    var unreachable =
        Map.of(
            "RELEVO_DATABASE_URL",
            "jdbc:postgresql://127.0.0.1:1/relevo",
            "RELEVO_DATABASE_USER",
            "u");
    refuses(other, unreachable, "127.0.0.1:1", "RELEVO_DATABASE_URL", "cannot be reached");
  }

  @Test
  @Order(7)
  void refusesWrongSettingsByName(@TempDir Path other) throws Exception {
    refuses(other, Map.of("SERVER_PORT", "abc"), "SERVER_PORT", "abc");
    refuses(
        other, Map.of("RELEVO_PUBLIC_URL", "chat.example"), "RELEVO_PUBLIC_URL", "chat.example");
    refuses(
        other,
        Map.of("RELEVO_DATABASE_CONNECTIONS_PAGES", "x"),
        "RELEVO_DATABASE_CONNECTIONS_PAGES",
        "a whole number");
    assertThat(other).isEmptyDirectory();
    refuses(
        other,
        Map.of("RELEVO_CHANNELS_0_ID", "quito", "RELEVO_CHANNELS_0_TYPE", "fax"),
        "relevo.channels[0].type is \"fax\"",
        "webchat, whatsapp-cloud");
  }

  /// The other tests run as whoever builds; where that is root, this one is an ordinary user.
  @Test
  @Order(8)
  void runsAsAnOrdinaryUserToo() throws Exception {
    assumeThat(System.getProperty("user.name")).isEqualTo("root");
    var home = Files.createTempDirectory("relevo-nobody");
    Files.setAttribute(home, "unix:uid", 65534);
    var nobody = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
    assumeThat(
            new ProcessBuilder(with(nobody, "test", "-r", System.getProperty("relevo.packaged")))
                .start()
                .waitFor())
        .isZero();

    try (var application = PackagedApplication.start(home.resolve("data"), Map.of(), nobody)) {
      assertThat(application.get("/actuator/health")).isEqualTo(200);
      assertThat(Files.getOwner(home.resolve("data/postgres/cluster")).getName())
          .isEqualTo("nobody");
    }
    try (var application =
        PackagedApplication.start(Path.of("/relevo-closed/data"), Map.of(), nobody)) {
      application.refuses("/relevo-closed/data", "cannot be written");
    }
  }

  /// The options are this test's own, and so is the rehearsal; the log of loaded classes tells
  /// whence they came at the start after it.
  @Test
  @Order(9)
  @DisabledOnOs(OS.WINDOWS)
  void startsByItsScriptFromWhatTheRehearsalLeftAndAnswers(@TempDir Path other) throws Exception {
    var loaded = other.resolve("loaded");
    var options = "-XX:TieredStopAtLevel=1 -Xlog:class+load:file=" + loaded;

    try (var application =
        PackagedApplication.startByScript(
            other.resolve("data"), Map.of("RELEVO_JAVA_OPTIONS", options))) {
      assertThat(application.ask("¿Qué es la API de WhatsApp?")).contains("API");
      assertThat(application.output()).contains("rehearses");
    }
    assertThat(Files.readAllLines(loaded))
        .filteredOn(line -> line.contains(" dev.relevo.bot.BotService source: "))
        .singleElement()
        .asString()
        .contains("shared objects file");
  }

  private static void refuses(Path folder, Map<String, String> settings, String... words)
      throws Exception {
    try (var application = PackagedApplication.start(folder, settings, List.of())) {
      application.refuses(words);
    }
  }

  private static List<String> with(List<String> prefix, String... words) {
    return Stream.concat(prefix.stream(), Arrays.stream(words)).toList();
  }

  private static void execute(String role, String sql) throws IOException, SQLException {
    try (var connection = DriverManager.getConnection(url(), role, password(role));
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(String role, String sql) throws IOException, SQLException {
    try (var connection = DriverManager.getConnection(url(), role, password(role));
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  private static String url() throws IOException {
    return "jdbc:postgresql://127.0.0.1:%s/relevo"
        .formatted(Files.readString(folder.resolve("postgres/port")).strip());
  }

  private static String password(String role) throws IOException {
    var passwords = new Properties();
    passwords.load(new StringReader(Files.readString(folder.resolve("postgres/passwords"))));
    return passwords.getProperty(role);
  }
}
