package dev.relevo.eval.floor;

import dev.relevo.bot.lane.Distance;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import javax.sql.DataSource;

/// Writes what waits, many in one commit, and hands it on. Commits are as large as the service's,
/// and keep the distance that those keep. Who would hand on more than can be written must wait:
/// work that is put off must not look like work that is done.
final class Together<T> {

  /// What may wait, some seconds of it.
  private static final int WAITING = 10_000;

  private final LinkedBlockingQueue<T> queue = new LinkedBlockingQueue<>(WAITING);
  private final DataSource database;
  private final Rounds rounds;
  private final Work<T> work;
  private final Consumer<List<T>> then;

  /// How the service groups its commits.
  ///
  /// @param most rows of a kind in one
  /// @param least from one commit's beginning to the next's
  /// @param times longer than that, so many times what a commit took
  /// @param longest but no longer
  record Rounds(int most, Duration least, int times, Duration longest) {

    private Distance distance() {
      return new Distance(least, times, longest);
    }
  }

  /// Writes a batch in the transaction under way.
  interface Work<T> {
    void write(Sql sql, List<T> batch) throws SQLException;
  }

  /// @param thread on which it is written, of the kind that the service has for it
  /// @param then what follows a commit
  Together(
      Thread.Builder thread,
      Rounds rounds,
      DataSource database,
      Work<T> work,
      Consumer<List<T>> then) {
    this.rounds = rounds;
    this.database = database;
    this.work = work;
    this.then = then;
    thread.start(this::live);
  }

  void add(T item) {
    try {
      queue.put(item);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private void live() {
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      var sql = new Sql(connection);
      var distance = rounds.distance();
      while (true) {
        var batch = new ArrayList<>(List.of(queue.take()));
        distance.begin();
        queue.drainTo(batch, rounds.most() - 1);
        work.write(sql, batch);
        connection.commit();
        then.accept(batch);
        distance.end(batch.size() == rounds.most());
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
