package dev.relevo.eval.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/// Who may do everything in the embedded database of a [Service].
public final class Administrator {

  private static final String USER = "postgres";

  private Administrator() {}

  /// A connection with the password kept in the data folder; to be closed.
  public static Connection of(Path data) throws IOException, SQLException {
    var passwords = new Properties();
    try (var reader = Files.newBufferedReader(data.resolve("postgres/passwords"))) {
      passwords.load(reader);
    }
    var port = Files.readString(data.resolve("postgres/port")).strip();
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%s/relevo".formatted(port), USER, passwords.getProperty(USER));
  }
}
