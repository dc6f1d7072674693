package dev.relevo.bot;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// A log of the transactions committed on a database: each as its statements.
public final class CountedCommits {

  private final List<List<String>> commits = new ArrayList<>();

  /// The database, watched.
  public DataSource of(DataSource database) {
    return new DelegatingDataSource(database) {
      @Override
      public Connection getConnection() throws SQLException {
        return watched(super.getConnection());
      }
    };
  }

  /// Counts anew.
  public synchronized void forget() {
    commits.clear();
  }

  /// The transactions that wrote into one of these tables.
  public synchronized List<List<String>> writing(String... tables) {
    return commits.stream().filter(it -> it.stream().anyMatch(sql -> writes(sql, tables))).toList();
  }

  private static boolean writes(String sql, String... tables) {
    var words = sql.toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
    for (var table : tables) {
      var name = table.toUpperCase(Locale.ROOT);
      if (words.contains("INSERT INTO " + name + " ")
          || words.contains("UPDATE " + name + " ")
          || words.contains("DELETE FROM " + name + " ")) {
        return true;
      }
    }
    return false;
  }

  private synchronized void committed(List<String> statements) {
    commits.add(List.copyOf(statements));
  }

  private Connection watched(Connection real) {
    var statements = new ArrayList<String>();
    return (Connection)
        Proxy.newProxyInstance(
            CountedCommits.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (_, method, arguments) -> {
              try {
                var result = method.invoke(real, arguments);
                switch (method.getName()) {
                  case "prepareStatement" -> statements.add((String) arguments[0]);
                  case "rollback" -> statements.clear();
                  case "commit" -> {
                    committed(statements);
                    statements.clear();
                  }
                  default -> {}
                }
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
