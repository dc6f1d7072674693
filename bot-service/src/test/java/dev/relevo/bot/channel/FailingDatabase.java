package dev.relevo.bot.channel;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// A database that can go away, in the midst of a transaction too: what was not committed by then
/// is rolled back by the server. Or its disk can be full for some statements.
final class FailingDatabase extends DelegatingDataSource {

  private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
  private final AtomicInteger full = new AtomicInteger();

  FailingDatabase(DataSource database) {
    super(database);
  }

  /// It goes away after so many more statements.
  void after(int statements) {
    left.set(statements);
  }

  /// So many statements from now find no room.
  void fullFor(int statements) {
    full.set(statements);
  }

  /// It is back.
  void over() {
    left.set(Integer.MAX_VALUE);
    full.set(0);
  }

  @Override
  public Connection getConnection() throws SQLException {
    if (left.get() <= 0) {
      throw away();
    }
    var real = super.getConnection();
    return (Connection)
        Proxy.newProxyInstance(
            FailingDatabase.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (_, method, arguments) -> {
              if (method.getName().startsWith("prepare")) {
                strike();
              }
              if (method.getName().equals("commit") && left.get() < 0) {
                throw away();
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private void strike() throws SQLException {
    if (left.getAndDecrement() <= 0) {
      throw away();
    }
    if (full.getAndUpdate(it -> Math.max(0, it - 1)) > 0) {
      throw new SQLException("could not extend file: No space left on device", "53100");
    }
  }

  private static SQLException away() {
    return new SQLTransientConnectionException("the database is away");
  }
}
