package dev.relevo.eval.floor;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import javax.sql.DataSource;

/// Writes what waits, many in one commit, and hands it on.
final class Together<T> {

  private static final int MOST = 200;

  private final LinkedBlockingQueue<T> queue = new LinkedBlockingQueue<>();
  private final DataSource database;
  private final Work<T> work;
  private final Consumer<List<T>> then;

  /// Writes a batch in the transaction under way.
  interface Work<T> {
    void write(Sql sql, List<T> batch) throws SQLException;
  }

  /// @param then what follows a commit
  Together(String name, DataSource database, Work<T> work, Consumer<List<T>> then) {
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
      while (true) {
        var batch = new ArrayList<>(List.of(queue.take()));
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
