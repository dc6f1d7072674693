package dev.relevo.eval.service;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.relevo.bot.database.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/// A look into the database of a [Service], also while the service is dead and its server was left
/// behind.
public final class Database implements AutoCloseable {

  private static final String USER = "relevo_app";
  private static final String OWNER = "relevo_owner";
  private static final int POOLED = 6;

  private final String address;
  private final String user;
  private final String password;
  private final String ownersPassword;
  private final Connection connection;

  private Database(String address, String user, String password, String ownersPassword)
      throws SQLException {
    this.address = address;
    this.user = user;
    this.password = password;
    this.ownersPassword = ownersPassword;
    connection = DriverManager.getConnection(address, user, password);
  }

  /// Enters with the password kept in the data folder.
  public static Database of(Path data) throws IOException, SQLException {
    var passwords = new Properties();
    try (var reader = Files.newBufferedReader(data.resolve("postgres/passwords"))) {
      passwords.load(reader);
    }
    var port = Files.readString(data.resolve("postgres/port")).strip();
    return new Database(
        "jdbc:postgresql://127.0.0.1:%s/relevo".formatted(port),
        USER,
        passwords.getProperty(USER),
        passwords.getProperty(OWNER));
  }

  /// Enters a database of somebody's own, who is trusted.
  public static Database at(String address, String user) throws SQLException {
    return new Database(address, user, "", "");
  }

  /// Connections to the same database, as the same user; to be closed.
  ///
  /// @param work whose plans they make
  public HikariDataSource pool(Workload work) {
    var pool = new HikariConfig();
    pool.setJdbcUrl(address);
    pool.setUsername(user);
    pool.setPassword(password);
    pool.setMaximumPoolSize(POOLED);
    pool.setConnectionInitSql(String.join("; ", work.plans()));
    return new HikariDataSource(pool);
  }

  /// A connection of whoever owns the tables; to be closed.
  public Connection asOwner() throws SQLException {
    return DriverManager.getConnection(address, OWNER, ownersPassword);
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
