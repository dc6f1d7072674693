package dev.relevo.eval.keep;

import java.io.IOException;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/// The tables of a database as `psql` would read them, after comments that name the migrations it
/// has had with their checksums. What a server says only of itself (who holds which lanes, how far
/// readers of the journal are in its transactions, sessions) is left out.
final class Dump {

  private static final String TABLES =
      """
      SELECT t.table_schema || '.' || t.table_name,
             string_agg(quote_ident(c.column_name), ', ' ORDER BY c.ordinal_position)
      FROM information_schema.tables t
      JOIN information_schema.columns c USING (table_schema, table_name)
      WHERE t.table_schema IN ('crm', 'bot', 'knowledge') AND t.table_type = 'BASE TABLE'
        AND c.is_generated = 'NEVER' AND c.data_type NOT IN ('xid8')
        AND t.table_name NOT IN ('shard', 'replica', 'journal_cursor', 'spring_session', 'spring_session_attributes')
      GROUP BY 1 ORDER BY 1
      """;

  private static final String MIGRATIONS =
      """
      SELECT '-- migration ' || version, checksum::text FROM migration.flyway_schema_history
      WHERE version IS NOT NULL ORDER BY installed_rank
      """;

  private final Connection owner;

  Dump(Connection owner) {
    this.owner = owner;
  }

  String text() throws SQLException, IOException {
    var text = new StringWriter();
    for (var migration : pairs(MIGRATIONS)) {
      text.append(migration.first + " " + migration.second + "\n");
    }
    var copies = owner.unwrap(PGConnection.class).getCopyAPI();
    for (var table : pairs(TABLES)) {
      var rows = new StringWriter();
      var columns = table.first + " (" + table.second + ")";
      copies.copyOut("COPY " + columns + " TO STDOUT", rows);
      if (!rows.toString().isEmpty()) {
        text.append("COPY " + columns + " FROM stdin;\n" + rows + "\\.\n");
      }
    }
    return text.toString();
  }

  private record Pair(String first, String second) {}

  private List<Pair> pairs(String sql) throws SQLException {
    var pairs = new ArrayList<Pair>();
    try (var statement = owner.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        pairs.add(new Pair(rows.getString(1), rows.getString(2)));
      }
    }
    return pairs;
  }
}
