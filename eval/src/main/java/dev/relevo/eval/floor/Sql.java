package dev.relevo.eval.floor;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Statements on one connection, prepared once; every parameter is an array with one value a row.
final class Sql {

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  Sql(Connection connection) {
    this.connection = connection;
  }

  /// Writes.
  void write(String sql, Object[]... columns) throws SQLException {
    statement(sql, columns).executeUpdate();
  }

  /// Writes, and gives the ids the rows got, lowest first: the order of the rows.
  List<Long> ids(String sql, Object[]... columns) throws SQLException {
    var ids = new ArrayList<Long>();
    try (var rows = statement(sql, columns).executeQuery()) {
      while (rows.next()) {
        ids.add(rows.getLong(1));
      }
    }
    ids.sort(null);
    return ids;
  }

  static <T> Long[] numbers(Collection<T> of, Function<T, Long> number) {
    return of.stream().map(number).toArray(Long[]::new);
  }

  static <T> String[] texts(Collection<T> of, Function<T, String> text) {
    return of.stream().map(text).toArray(String[]::new);
  }

  static <T> String[] always(Collection<T> of, String text) {
    return IntStream.range(0, of.size()).mapToObj(_ -> text).toArray(String[]::new);
  }

  private PreparedStatement statement(String sql, Object[]... columns) throws SQLException {
    var statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (var n = 0; n < columns.length; n++) {
      var type = columns[n] instanceof Long[] ? "bigint" : "text";
      statement.setArray(n + 1, connection.createArrayOf(type, columns[n]));
    }
    return statement;
  }
}
