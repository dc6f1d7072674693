package dev.relevo.bot;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.relevo.crm.TestDatabase;
import dev.relevo.crm.workspace.WorkspaceId;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.PGConnection;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Every version that was ever tagged comes to the present. Of each, `kept/v0.n.sql` holds the
/// migrations it had and what a few conversations left in its tables; `eval keep` wrote it.
@Beside
class KeptVersionsIT {

  private static final Pattern MIGRATION = Pattern.compile("(?m)^-- migration (\\S+) (-?\\d+)$");
  private static final Pattern COPY =
      Pattern.compile("(?ms)^COPY (\\S+) (\\([^)]*\\)) FROM stdin;\\n(.*?)^\\\\\\.$");

  /// What the conversations were about.
  private static final String QUESTION = "¿qué hay de horario?";

  private static final String ANSWER = "R00R";

  static Stream<Resource> versions() throws IOException {
    var all = new PathMatchingResourcePatternResolver().getResources("classpath:kept/*.sql");
    assertThat(all).isNotEmpty();
    return Arrays.stream(all);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void migratesWithAllItHeldAndGoesOnAnswering(Resource version) throws Exception {
    var kept = Kept.in(version.getContentAsString(StandardCharsets.UTF_8));
    try (var pool = database(String.valueOf(version.getFilename()))) {
      kept.migrateTo(pool);
      try (var connection = pool.getConnection()) {
        kept.fill(connection);
      }

      flyway(pool).load().migrate();

      for (var table : kept.tables()) {
        assertThat(number(pool, "SELECT count(*) FROM " + table.name()))
            .as(table.name())
            .isEqualTo(table.rows());
      }
      assertThat(
              number(
                  pool,
                  "SELECT count(*) FROM crm.message WHERE content ->> 'body' = '%s'"
                      .formatted(QUESTION)))
          .isPositive();
      assertAnswers(pool);
    }
  }

  private static void assertAnswers(DataSource database) {
    try (var bot = TestBot.shipped(database, new WorkspaceId(1))) {
      var customer = bot.aCustomer();
      customer.writes(QUESTION);
      TestBot.await(
          "an answer from the kept matrix",
          () -> customer.got().stream().anyMatch(it -> it.contains(ANSWER)));
    }
  }

  /// A version as it was written down.
  ///
  /// @param migrations it had, with their checksums
  private record Kept(List<String> migrations, List<Contents> tables) {

    record Contents(String name, String columns, String text) {

      long rows() {
        return text.lines().count();
      }
    }

    static Kept in(String text) {
      return new Kept(
          MIGRATION.matcher(text).results().map(it -> it.group(1) + " " + it.group(2)).toList(),
          COPY.matcher(text)
              .results()
              .map(it -> new Contents(it.group(1), it.group(2), it.group(3)))
              .toList());
    }

    /// A migration that was released is never changed.
    void migrateTo(DataSource database) {
      var last = migrations.getLast().substring(0, migrations.getLast().indexOf(' '));
      var flyway = flyway(database).target(last).load();
      flyway.migrate();
      var had =
          Arrays.stream(flyway.info().applied())
              .filter(it -> it.getVersion() != null)
              .map(it -> it.getVersion() + " " + it.getChecksum())
              .toList();
      assertThat(had).isEqualTo(migrations);
    }

    /// Foreign keys rest meanwhile: the tables come by their names.
    void fill(Connection connection) throws SQLException, IOException {
      var copies = connection.unwrap(PGConnection.class).getCopyAPI();
      try (var statement = connection.createStatement()) {
        statement.execute("SET session_replication_role = replica");
        for (var table : tables) {
          statement.execute("DELETE FROM " + table.name());
          copies.copyIn(
              "COPY %s %s FROM stdin".formatted(table.name(), table.columns()),
              new StringReader(table.text()));
          if (table.columns().matches("\\(id, .*")) {
            statement.execute(
                "SELECT setval(s, (SELECT max(id) FROM %1$s)) FROM pg_get_serial_sequence('%1$s', 'id') s WHERE s IS NOT NULL"
                    .formatted(table.name()));
          }
        }
        statement.execute("SET session_replication_role = DEFAULT");
      }
    }
  }

  private static FluentConfiguration flyway(DataSource database) {
    return Flyway.configure()
        .dataSource(database)
        .defaultSchema("migration")
        .locations("classpath:db/migration");
  }

  private static HikariDataSource database(String version) {
    var name = "kept_" + version.replaceAll("\\W", "_");
    var pool = new HikariDataSource();
    pool.setJdbcUrl(TestDatabase.empty(name));
    pool.setMaximumPoolSize(20);
    return pool;
  }

  private static long number(DataSource database, String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
