package dev.relevo.eval.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/// A look into the embedded database of a [Service], also while the service is dead and its server
/// was left behind.
public final class Database implements AutoCloseable {

  private final Connection connection;

  private Database(Connection connection) {
    this.connection = connection;
  }

  /// Enters with the password kept in the data folder.
  public static Database of(Path data) throws IOException, SQLException {
    var passwords = new Properties();
    try (var reader = Files.newBufferedReader(data.resolve("postgres/passwords"))) {
      passwords.load(reader);
    }
    var port = Files.readString(data.resolve("postgres/port")).strip();
    return new Database(
        DriverManager.getConnection(
            "jdbc:postgresql://127.0.0.1:%s/relevo".formatted(port),
            "relevo_app",
            passwords.getProperty("relevo_app")));
  }

  /// The first column of every row, as text.
  public List<String> column(String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var values = new ArrayList<String>();
      while (rows.next()) {
        values.add(String.valueOf(rows.getString(1)));
      }
      return values;
    }
  }

  /// A single number.
  public int number(String sql) throws SQLException {
    return Integer.parseInt(column(sql).getFirst());
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
