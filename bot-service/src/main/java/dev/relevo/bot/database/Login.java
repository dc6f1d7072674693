package dev.relevo.bot.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/// How a connection is opened: address, user and password, and the role it then drops to, if not
/// the user's own.
record Login(String url, String user, String password, Optional<String> role) {

  private static final String CONNECT_SECONDS = "10";

  Connection connect() throws SQLException {
    var properties = new Properties();
    if (!user.isEmpty()) {
      properties.setProperty("user", user);
    }
    if (!password.isEmpty()) {
      properties.setProperty("password", password);
    }
    properties.setProperty("connectTimeout", CONNECT_SECONDS);
    properties.setProperty("loginTimeout", CONNECT_SECONDS);
    properties.setProperty("ApplicationName", "relevo");
    return DriverManager.getConnection(url, properties);
  }

  @Override
  public String toString() {
    return "Login[url=%s, user=%s, password=…, role=%s]".formatted(url, user, role);
  }
}
