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
/// is rolled back by the server.
final class Outage extends DelegatingDataSource {

  private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);

  Outage(DataSource database) {
    super(database);
  }

  /// It goes away after so many more statements.
  void after(int statements) {
    left.set(statements);
  }

  /// It is back.
  void over() {
    left.set(Integer.MAX_VALUE);
  }

  @Override
  public Connection getConnection() throws SQLException {
    if (left.get() <= 0) {
      throw away();
    }
    var real = super.getConnection();
    return (Connection)
        Proxy.newProxyInstance(
            Outage.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (_, method, arguments) -> {
              if (method.getName().startsWith("prepare") && left.getAndDecrement() <= 0) {
                throw away();
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

  private static SQLException away() {
    return new SQLTransientConnectionException("the database is away");
  }
}
