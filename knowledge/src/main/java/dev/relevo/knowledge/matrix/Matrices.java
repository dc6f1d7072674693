package dev.relevo.knowledge.matrix;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The published versions of every workspace's matrix, in PostgreSQL. A version never changes once
/// it is published; the bot answers from the newest.
public final class Matrices {

  private final VersionTable versions;
  private final RowTable rows;
  private final TransactionTemplate transaction;

  /// @param dataSource a database with the tables of `V002__knowledge.sql`
  /// @param transactions of the same data source; a transaction that is already open is joined
  public Matrices(DataSource dataSource, PlatformTransactionManager transactions) {
    versions = new VersionTable(dataSource);
    rows = new RowTable(dataSource);
    transaction = new TransactionTemplate(transactions);
  }

  /// A version with its rows.
  public record Published(int number, Matrix matrix, Instant at, String by) {}

  /// Publishes the rows the bot may answer with ([Matrix#forPublication()]) as the next version,
  /// wholly or not at all.
  ///
  /// @param by who publishes, not blank
  /// @param note what they say about it, may be empty
  /// @return the version's number
  /// @throws IllegalArgumentException if there is no row to answer with
  public int publish(long workspaceId, Matrix matrix, String by, String note, Instant at) {
    var published = publishable(matrix);
    var version = new MatrixVersion(0, at, by, note, published.rows().size());
    return transaction.execute(_ -> {
      var inserted = versions.insert(workspaceId, version);
      rows.insert(workspaceId, inserted.id(), published.rows());
      return inserted.number();
    });
  }

  /// As [#publish], but only as the first version; false when there is one already.
  public boolean publishFirst(long workspaceId, Matrix matrix, String by, String note, Instant at) {
    var published = publishable(matrix);
    var version = new MatrixVersion(0, at, by, note, published.rows().size());
    return transaction.execute(status -> {
      var inserted = versions.insert(workspaceId, version);
      if (inserted.number() > 1) {
        status.setRollbackOnly();
        return false;
      }
      rows.insert(workspaceId, inserted.id(), published.rows());
      return true;
    });
  }

  private static Matrix publishable(Matrix matrix) {
    var published = matrix.forPublication();
    if (published.rows().isEmpty()) {
      throw new IllegalArgumentException("a matrix without an answer cannot be published");
    }
    return published;
  }

  /// The version the bot answers from; empty before the first.
  public Optional<Published> published(long workspaceId) {
    return publishedNumber(workspaceId).flatMap(number -> version(workspaceId, number));
  }

  /// The number of that version: one look into an index, to see cheaply whether it has changed.
  public Optional<Integer> publishedNumber(long workspaceId) {
    return versions.newestNumber(workspaceId);
  }

  /// The newest versions, newest first, at most 200.
  public List<MatrixVersion> history(long workspaceId) {
    return versions.newest(workspaceId, 200);
  }

  /// One row as it was in a version.
  public Optional<Row> row(long workspaceId, int number, RowId id) {
    return rows.row(workspaceId, number, id);
  }

  /// One version with its rows.
  public Optional<Published> version(long workspaceId, int number) {
    return versions
        .find(workspaceId, number)
        .map(found ->
            new Published(
                number, new Matrix(rows.rows(workspaceId, number)), found.at(), found.by()));
  }

  /// Some rows of a version, in the editors' order; none when there is no such version.
  ///
  /// @param from how many rows to leave out before them
  /// @param most at most that many
  public List<Row> rows(long workspaceId, int number, int from, int most) {
    return rows.some(workspaceId, number, from, most);
  }

  /// A version without its rows.
  public Optional<MatrixVersion> about(long workspaceId, int number) {
    return versions.find(workspaceId, number);
  }
}
