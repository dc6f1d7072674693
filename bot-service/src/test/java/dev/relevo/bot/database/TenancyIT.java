package dev.relevo.bot.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.crm.TestDatabase;
import dev.relevo.crm.workspace.WorkspaceId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// On a database whose owner is nobody special, with a row of two workspaces in every table there
/// is: tables are found in the catalogue, so that a new one is held to it, too.
class TenancyIT {

  private static final WorkspaceId MINE = new WorkspaceId(1);
  private static final WorkspaceId THEIRS = new WorkspaceId(2);

  /// Refused by privilege or policy; or a column nobody may write.
  private static final Set<String> REFUSED = Set.of("42501", "428C9");

  private static Connection owner;
  private static SharedPools pools;
  private static List<Relation> relations;

  /// A table or view of ours.
  ///
  /// @param column by which rows belong to a workspace; empty when they do not
  record Relation(String name, boolean table, String column, boolean open) {

    static Relation of(String name, boolean table, boolean apart, boolean open) {
      var column = name.equals("crm.workspace") ? "id" : apart ? "workspace_id" : "";
      return new Relation(name, table, column, open);
    }
  }

  @BeforeAll
  static void aRowOfEachInEveryTable() throws SQLException {
    TestDatabase.dataSource();
    try (var administrator = DriverManager.getConnection(TestDatabase.url())) {
      run(
          administrator,
          "CREATE ROLE tenancy_owner LOGIN",
          "GRANT relevo_app, relevo_tenant TO tenancy_owner",
          "CREATE DATABASE tenancy OWNER tenancy_owner");
    }
    var url = TestDatabase.url().replace("/postgres?user=postgres", "/tenancy?user=tenancy_owner");
    var settings =
        new DatabaseSettings(url, "", "", "", new DatabaseSettings.Connections(1, 1, 1, 1));
    var database = ExternalDatabase.enter(settings);
    Flyway.configure().dataSource(url, null, null).defaultSchema("migration").load().migrate();
    owner = DriverManager.getConnection(url);
    pools = new SharedPools(database.application(), settings.connections());
    relations = relations();
    withoutConstraints();
    for (var table : relations) {
      if (table.table() && !table.column().isEmpty()) {
        run(owner, insert(table, MINE), insert(table, THEIRS));
      }
    }
  }

  @AfterAll
  static void close() throws SQLException {
    pools.close();
    owner.close();
  }

  @Test
  void everyTableIsKeptApartOrClosedToTenants() throws SQLException {
    assertThat(relations).hasSizeGreaterThan(50);
    for (var it : relations) {
      if (it.table() && !it.column().isEmpty()) {
        var why =
            "%s has no policy: its migration must CALL crm.keep_apart('%1$s')".formatted(it.name());
        assertThat(number(owner, policies(it))).as(why).isEqualTo(2);
      } else if (it.table()) {
        assertThat(it.open()).as("%s is open to tenants", it.name()).isFalse();
      }
    }
  }

  @Test
  void aTenantSeesItsOwnRowsAndNoOthersInEveryTableAndView() throws SQLException {
    Tenancy.<Boolean, SQLException>within(
        MINE,
        () -> {
          try (var mine = pools.getConnection()) {
            for (var it : open()) {
              assertThat(count(mine, it, MINE)).as(it.name()).isEqualTo(1);
              assertThat(number(mine, "SELECT count(*) FROM " + it.name()))
                  .as(it.name())
                  .isEqualTo(1);
            }
          }
          return true;
        });
    for (var it : open()) {
      assertThat(count(owner, it, THEIRS)).as(it.name()).isEqualTo(1);
    }
  }

  @Test
  void aTenantChangesRemovesAndAddsNoRowOfAnotherInAnyTable() throws SQLException {
    Tenancy.<Boolean, SQLException>within(
        MINE,
        () -> {
          try (var mine = pools.getConnection()) {
            for (var it : open()) {
              if (it.table()) {
                var whose = " WHERE %s = %d".formatted(it.column(), THEIRS.value());
                var same = "UPDATE %s SET %2$s = %2$s".formatted(it.name(), it.column());
                var given =
                    "UPDATE %s SET %s = %d".formatted(it.name(), it.column(), THEIRS.value());
                assertThat(rows(mine, same + whose)).as(it.name()).isZero();
                assertThat(rows(mine, "DELETE FROM " + it.name() + whose)).as(it.name()).isZero();
                assertThat(rows(mine, given)).as(it.name()).isZero();
                assertThat(rows(mine, insert(it, THEIRS))).as(it.name()).isZero();
              }
            }
          }
          return true;
        });
    for (var it : open()) {
      assertThat(count(owner, it, MINE)).as(it.name()).isEqualTo(1);
      assertThat(count(owner, it, THEIRS)).as(it.name()).isEqualTo(1);
    }
  }

  @Test
  void aTenantOfNoWorkspaceSeesNothing() throws SQLException {
    try (var nobodys = pools.getConnection()) {
      run(nobodys, "BEGIN", "SET LOCAL ROLE relevo_tenant");
      for (var it : open()) {
        assertThat(number(nobodys, "SELECT count(*) FROM " + it.name())).as(it.name()).isZero();
      }
      run(nobodys, "ROLLBACK");
    }
  }

  @Test
  void roomsThatWorkForAllSeeAllAndOwnNothing() throws SQLException {
    try (var everybodys = pools.getConnection()) {
      for (var it : open()) {
        assertThat(count(everybodys, it, MINE)).as(it.name()).isEqualTo(1);
        assertThat(count(everybodys, it, THEIRS)).as(it.name()).isEqualTo(1);
      }
      assertThat(who(everybodys)).isEqualTo("relevo_app ");
      assertThat(
              number(
                  everybodys,
                  "SELECT count(*) FROM pg_class WHERE relowner::regrole::text = current_user"))
          .isZero();
    }
  }

  /// All by one connection.
  @Test
  void aConnectionSeesAsFarAsTheWorkItIsHandedTo() throws SQLException {
    assertThat(seen()).isEqualTo("relevo_app ");
    assertThat(Tenancy.<String, SQLException>within(MINE, TenancyIT::seen))
        .isEqualTo("relevo_tenant 1");
    assertThat(Tenancy.<String, SQLException>within(THEIRS, TenancyIT::seen))
        .isEqualTo("relevo_tenant 2");
    assertThat(
            Tenancy.<String, SQLException>within(
                MINE, () -> Tenancy.<String, SQLException>everywhere(TenancyIT::seen)))
        .isEqualTo("relevo_app ");
    assertThat(
            Tenancy.<String, SQLException>within(
                MINE,
                () -> {
                  try (var connection = Tenancy.everywhere(pools).getConnection()) {
                    return who(connection);
                  }
                }))
        .isEqualTo("relevo_app ");
    assertThat(seen()).isEqualTo("relevo_app ");
  }

  private static String seen() throws SQLException {
    try (var connection = pools.getConnection()) {
      return who(connection);
    }
  }

  private static String who(Connection connection) throws SQLException {
    return text(
        connection,
        "SELECT current_user || ' ' || coalesce(current_setting('relevo.workspace', true), '')");
  }

  private static List<Relation> open() {
    return relations.stream().filter(it -> it.open() && !it.column().isEmpty()).toList();
  }

  private static List<Relation> relations() throws SQLException {
    var all = new ArrayList<Relation>();
    try (var statement = owner.createStatement();
        var rows =
            statement.executeQuery(
                """
                SELECT c.oid::regclass::text, c.relkind <> 'v',
                       EXISTS (SELECT FROM pg_attribute a
                               WHERE a.attrelid = c.oid AND a.attname = 'workspace_id'),
                       has_table_privilege('relevo_tenant', c.oid, 'SELECT,INSERT,UPDATE,DELETE')
                FROM pg_class c
                WHERE c.relnamespace::regnamespace::text IN ('crm', 'bot', 'knowledge')
                  AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
                ORDER BY 1
                """)) {
      while (rows.next()) {
        all.add(
            Relation.of(
                rows.getString(1), rows.getBoolean(2), rows.getBoolean(3), rows.getBoolean(4)));
      }
    }
    return all;
  }

  private static String policies(Relation table) {
    return """
    SELECT count(*) FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
    WHERE c.oid = '%s'::regclass AND c.relrowsecurity
      AND polroles IN (ARRAY['relevo_app'::regrole::oid], ARRAY['relevo_tenant'::regrole::oid])
    """
        .formatted(table.name());
  }

  /// So that a row may hold anything; what keeps workspaces apart stays.
  private static void withoutConstraints() throws SQLException {
    run(
        owner,
        """
        DO $$ DECLARE it record; BEGIN
          FOR it IN
            SELECT conname, conrelid::regclass AS whose FROM pg_constraint
            WHERE connamespace::regnamespace::text IN ('crm', 'bot', 'knowledge')
              AND contype IN ('f', 'c', 'u', 'p')
            ORDER BY contype = 'f' DESC
          LOOP
            EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', it.whose, it.conname);
          END LOOP;
          FOR it IN
            SELECT indexrelid::regclass AS whose FROM pg_index JOIN pg_class c ON c.oid = indexrelid
            WHERE c.relnamespace::regnamespace::text IN ('crm', 'bot', 'knowledge')
          LOOP
            EXECUTE format('DROP INDEX %s', it.whose);
          END LOOP;
        END $$
        """);
  }

  private static String insert(Relation table, WorkspaceId workspace) throws SQLException {
    var columns = new ArrayList<String>();
    var values = new ArrayList<String>();
    try (var statement = owner.createStatement();
        var rows =
            statement.executeQuery(
                """
                SELECT quote_ident(attname), format_type(atttypid, NULL) FROM pg_attribute
                WHERE attrelid = '%s'::regclass AND attnum > 0 AND NOT attisdropped
                  AND attgenerated = '' AND (attidentity = '' OR attname = '%s')
                """
                    .formatted(table.name(), table.column()))) {
      while (rows.next()) {
        var mine = rows.getString(1).equals(table.column());
        columns.add(rows.getString(1));
        values.add(mine ? Long.toString(workspace.value()) : something(rows.getString(2)));
      }
    }
    return "INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE VALUES (%s)"
        .formatted(table.name(), String.join(", ", columns), String.join(", ", values));
  }

  private static String something(String type) {
    var value =
        switch (type) {
          case "bigint", "integer", "smallint", "numeric", "double precision", "xid8" -> "1";
          case "text", "character", "character varying", "tsvector", "name" -> "x";
          case "boolean" -> "t";
          case "timestamp with time zone", "date" -> "2026-01-02";
          case "jsonb" -> "{\"category\": \"x\", \"language\": \"es\"}";
          case "bytea" -> "\\x00";
          default -> {
            assertThat(type).as("a type that this test has no value for").endsWith("[]");
            yield "{}";
          }
        };
    return "'%s'::%s".formatted(value, type);
  }

  private static long count(Connection connection, Relation relation, WorkspaceId workspace)
      throws SQLException {
    return number(
        connection,
        "SELECT count(*) FROM %s WHERE %s = %d"
            .formatted(relation.name(), relation.column(), workspace.value()));
  }

  private static long number(Connection connection, String sql) throws SQLException {
    return Long.parseLong(text(connection, sql));
  }

  private static String text(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      return row.next() ? row.getString(1) : "";
    }
  }

  /// How many rows it touched; none when it is refused.
  private static int rows(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    } catch (SQLException refused) {
      assertThat(REFUSED).as(refused.getMessage()).contains(refused.getSQLState());
      return 0;
    }
  }

  private static void run(Connection connection, String... statements) throws SQLException {
    try (var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
