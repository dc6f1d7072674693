package dev.relevo.bot;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.relevo.crm.TestDatabase;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A database on the tests' server, for the replicas of one test: they share its shards with nobody
/// else's. The last replica that leaves it gives it to the next test, so there are as many as tests
/// run at once.
final class LaneDatabase {

  private static final Queue<LaneDatabase> FREE = new ConcurrentLinkedQueue<>();
  private static final AtomicInteger MADE = new AtomicInteger();

  private final DataSource pool;
  private final boolean shared;
  private final AtomicInteger replicas = new AtomicInteger();

  private LaneDatabase(DataSource pool, boolean shared) {
    this.pool = pool;
    this.shared = shared;
  }

  /// A test's own, which no other will get.
  static LaneDatabase at(DataSource database) {
    return new LaneDatabase(database, false);
  }

  /// One where no replica is.
  static LaneDatabase free() {
    var free = FREE.poll();
    return free == null ? new LaneDatabase(open("lanes_" + MADE.incrementAndGet()), true) : free;
  }

  DataSource dataSource() {
    return pool;
  }

  void enter() {
    replicas.incrementAndGet();
  }

  void leave() {
    if (replicas.decrementAndGet() == 0 && shared) {
      leaveNothingToDo();
      FREE.add(this);
    }
  }

  /// What a test left waiting would be answered by the next one's bot.
  private void leaveNothingToDo() {
    var jdbc = JdbcClient.create(pool);
    jdbc.sql("UPDATE bot.inbound SET state = 'DONE' WHERE state = 'WAITING'").update();
    jdbc.sql(
            "UPDATE bot.parcel SET state = 'WITHDRAWN' WHERE state IN ('QUEUED', 'SENDING', 'UNKNOWN')")
        .update();
  }

  private static DataSource open(String name) {
    var config = new HikariConfig();
    config.setJdbcUrl(TestDatabase.empty(name));
    config.setMaximumPoolSize(40);
    config.setMinimumIdle(4);
    var pool = new HikariDataSource(config);
    Flyway.configure().dataSource(pool).locations("classpath:db/migration").load().migrate();
    return pool;
  }
}
