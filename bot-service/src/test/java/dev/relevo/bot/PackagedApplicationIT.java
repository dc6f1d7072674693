package dev.relevo.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// Starts, stops and breaks the packaged application, in the order of an operator's first hours
/// with it.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Beside
@Order(3)
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
  void refusesASecondStartOnTheSameFolder() throws Exception {
    running.address();
    PackagedApplication.refuses(
        folder, Map.of(), "already runs on the data folder", folder.toRealPath().toString());
    assertThat(running.get("/actuator/health")).isEqualTo(200);
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
