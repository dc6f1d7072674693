package dev.relevo.bot.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// One data source in front of one pool for each [Workload]; its connections see as far as
/// [Tenancy] says.
final class SharedPools implements DataSource, MeterBinder, AutoCloseable {

  private static final Duration IDLE = Duration.ofMinutes(2);

  private final Map<Workload, HikariDataSource> pools;
  private final Reach reach;
  private final boolean everywhere;

  SharedPools(Login login, DatabaseSettings.Connections connections) {
    this(open(login, connections), new Reach(login.role()), false);
  }

  private SharedPools(Map<Workload, HikariDataSource> pools, Reach reach, boolean everywhere) {
    this.pools = pools;
    this.reach = reach;
    this.everywhere = everywhere;
  }

  /// The same connections, for all workspaces whatever the work is bound to.
  SharedPools everywhere() {
    return new SharedPools(pools, reach, true);
  }

  @Override
  public Connection getConnection() throws SQLException {
    var connection = pool().getConnection();
    try {
      reach.fit(connection, everywhere ? Optional.empty() : Tenancy.current());
      return connection;
    } catch (SQLException | RuntimeException failed) {
      connection.close();
      throw failed;
    }
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLException("connections are opened under the application's own role only");
  }

  /// Pool sizes and waiting times, as metrics.
  @Override
  public void bindTo(MeterRegistry registry) {
    pools.values().forEach(pool -> pool.setMetricRegistry(registry));
  }

  @Override
  public void close() {
    pools.values().forEach(HikariDataSource::close);
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(PrintWriter ignored) {}

  @Override
  public void setLoginTimeout(int seconds) {}

  @Override
  public int getLoginTimeout() {
    return (int) Workload.current().patience().toSeconds();
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getGlobal();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return type.isInstance(this) ? type.cast(this) : pool().unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return type.isInstance(this) || pool().isWrapperFor(type);
  }

  private HikariDataSource pool() {
    var pool = pools.get(Workload.current());
    if (pool == null) {
      throw new IllegalStateException("no pool for " + Workload.current());
    }
    return pool;
  }

  private static Map<Workload, HikariDataSource> open(
      Login login, DatabaseSettings.Connections connections) {
    var pools = new EnumMap<Workload, HikariDataSource>(Workload.class);
    for (var workload : Workload.values()) {
      pools.put(workload, pool(login, workload, connections.of(workload)));
    }
    return pools;
  }

  /// What a new connection is told. The server ends a transaction in which nothing happens, and
  /// what that had locked is free, well before those who wait for it have given up.
  private static String beginning(Login login, Workload workload) {
    var told = new ArrayList<String>();
    told.add(
        "SET idle_in_transaction_session_timeout = '%ds'"
            .formatted(workload.silence().dividedBy(2).toSeconds()));
    login.role().ifPresent(role -> told.add("SET ROLE " + role));
    told.addAll(workload.plans());
    return String.join("; ", told);
  }

  private static HikariDataSource pool(Login login, Workload workload, int size) {
    var config = new HikariConfig();
    config.setPoolName(workload.name().toLowerCase(Locale.ROOT));
    config.setJdbcUrl(login.url());
    if (!login.user().isEmpty()) {
      config.setUsername(login.user());
      config.setPassword(login.password());
    }
    config.setConnectionInitSql(beginning(login, workload));
    config.addDataSourceProperty("ApplicationName", "relevo-" + config.getPoolName());
    // Texts all of them: HikariCP hands on whatever it is given, and the driver overlooks what is
    // none.
    config.addDataSourceProperty("connectTimeout", seconds(workload.patience()));
    config.addDataSourceProperty("loginTimeout", seconds(workload.patience()));
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("socketTimeout", seconds(workload.silence()));
    // Not the values of the row it was about: phone numbers and words would end in the log.
    config.addDataSourceProperty("logServerErrorDetail", "false");
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(workload == Workload.SIGNALS ? 0 : 1);
    if (size > 1) {
      config.setIdleTimeout(IDLE.toMillis());
    }
    config.setConnectionTimeout(workload.patience().toMillis());
    config.setValidationTimeout(workload.signOfLife().toMillis());
    // The database was entered just before; the first connection is opened when it is needed.
    config.setInitializationFailTimeout(-1);
    return new HikariDataSource(config);
  }

  private static String seconds(Duration time) {
    return Long.toString(time.toSeconds());
  }
}
