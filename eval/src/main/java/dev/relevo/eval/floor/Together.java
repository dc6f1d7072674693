package dev.relevo.eval.floor;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;

/// Writes what waits, many in one commit, and hands it on. Commits keep the distance that the
/// service's keep, so that as much shares one.
final class Together<T> {

  private static final int MOST = 200;

  private final LinkedBlockingQueue<T> queue = new LinkedBlockingQueue<>();
  private final DataSource database;
  private final Work<T> work;
  private final Consumer<List<T>> then;
  private final Duration distance;

  /// Writes a batch in the transaction under way.
  interface Work<T> {
    void write(Sql sql, List<T> batch) throws SQLException;
  }

  /// @param distance the least time from one commit's beginning to the next's
  /// @param then what follows a commit
  Together(
      String name, Duration distance, DataSource database, Work<T> work, Consumer<List<T>> then) {
    this.distance = distance;
    this.database = database;
    this.work = work;
    this.then = then;
    Thread.ofVirtual().name(name).start(this::live);
  }

  void add(T item) {
    queue.add(item);
  }

  private void live() {
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      var sql = new Sql(connection);
      var began = System.nanoTime() - distance.toNanos();
      while (true) {
        var batch = new ArrayList<>(List.of(queue.take()));
        TimeUnit.NANOSECONDS.sleep(began + distance.toNanos() - System.nanoTime());
        began = System.nanoTime();
        queue.drainTo(batch, MOST - 1);
        work.write(sql, batch);
        connection.commit();
        then.accept(batch);
      }
    } catch (SQLException failed) {
      failed.printStackTrace(System.err);
      // A floor that writes no more rows must not be measured.
      Runtime.getRuntime().halt(1);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
