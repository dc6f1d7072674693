package dev.relevo.eval.growth;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Makes a database look as if it had been used for long: everything that was really said in it is
/// copied again and again, each time to contacts, conversations and messages of its own, with all
/// that the ledger and the outbox keep of them.
final class Past {

  /// Numbers of a copy lie so far beyond those of the one before; a multiple of the number of
  /// shards, so that a copied lane stays in its own.
  private static final long STRIDE = 64L << 16;

  private static final List<String> TABLES =
      List.of(
          "crm.contact",
          "crm.address",
          "crm.alias",
          "crm.conversation",
          "crm.thread",
          "crm.message",
          "crm.ground",
          "crm.event",
          "knowledge.asked",
          "bot.inbound",
          "bot.receipt",
          "bot.parcel");

  private final Connection owner;

  /// The highest number of each table when it began: what came later is not copied.
  private final Map<String, Long> last = new HashMap<>();

  /// What is there now is what will be copied.
  Past(Connection owner) throws SQLException {
    this.owner = owner;
    for (var table : TABLES) {
      if (hasId(table)) {
        last.put(table, number("SELECT coalesce(max(id), 0) FROM " + table));
      }
    }
  }

  /// How many messages are stored.
  long messages() throws SQLException {
    return number("SELECT count(*) FROM crm.message");
  }

  /// Adds so many copies of what was there in the beginning.
  ///
  /// @param done copies there already
  void copy(int done, int more) throws SQLException {
    owner.setAutoCommit(false);
    execute("SET session_replication_role = replica");
    for (var table : TABLES) {
      execute(copying(table, done + 1, done + more));
    }
    for (var table : TABLES) {
      if (hasId(table)) {
        number(
            "SELECT setval(pg_get_serial_sequence('%1$s', 'id'), (SELECT max(id) FROM %1$s))"
                .formatted(table));
      }
    }
    execute("SET session_replication_role = DEFAULT");
    owner.commit();
    owner.setAutoCommit(true);
    execute("VACUUM ANALYZE");
    execute("CHECKPOINT");
  }

  /// Pages of tables and indexes that statements have looked at so far, of the cache or not: what
  /// work there was, whatever else the machine does.
  long pages() throws SQLException {
    execute("SELECT pg_stat_force_next_flush()");
    return number(
        "SELECT blks_hit + blks_read FROM pg_stat_database WHERE datname = current_database()");
  }

  private boolean hasId(String table) throws SQLException {
    return columns(table).stream().anyMatch(it -> it.name.equals("id"));
  }

  private record Column(String name, String type) {}

  private String copying(String table, int from, int to) throws SQLException {
    var columns = columns(table);
    return "INSERT INTO %1$s (%2$s) OVERRIDING SYSTEM VALUE SELECT %3$s FROM %1$s t, generate_series(%4$d, %5$d) AS copy WHERE %6$s"
        .formatted(
            table,
            columns.stream().map(Column::name).collect(Collectors.joining(", ")),
            columns.stream().map(it -> moved(table, it)).collect(Collectors.joining(", ")),
            from,
            to,
            among(table, columns));
  }

  /// What was there in the beginning.
  private String among(String table, List<Column> columns) {
    if (last.containsKey(table)) {
      return "t.id <= " + last.get(table);
    }
    return columns.stream().anyMatch(it -> it.name.equals("contact_id"))
        ? "t.contact_id <= " + last.get("crm.contact")
        : "t.message_id <= " + last.get("crm.message");
  }

  private static String moved(String table, Column column) {
    var name = column.name;
    if (name.equals("workspace_id")) {
      return "t." + name;
    }
    if (column.type.equals("bigint") && (name.equals("id") || name.endsWith("_id"))) {
      return "t.%s + copy::bigint * %d".formatted(name, STRIDE);
    }
    if (name.equals("external_id") || (table.equals("crm.alias") && name.equals("value"))) {
      return "t.%s || '-' || copy".formatted(name);
    }
    return "t." + name;
  }

  private List<Column> columns(String table) throws SQLException {
    try (var statement =
        owner.prepareStatement(
            """
            SELECT column_name, data_type FROM information_schema.columns
            WHERE table_schema || '.' || table_name = ? AND is_generated = 'NEVER'
            ORDER BY ordinal_position
            """)) {
      statement.setString(1, table);
      try (var rows = statement.executeQuery()) {
        return read(rows);
      }
    }
  }

  private static List<Column> read(ResultSet rows) throws SQLException {
    var columns = new ArrayList<Column>();
    while (rows.next()) {
      columns.add(new Column(rows.getString(1), rows.getString(2)));
    }
    return columns;
  }

  private void execute(String sql) throws SQLException {
    try (var statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }

  private long number(String sql) throws SQLException {
    try (var statement = owner.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }
}
