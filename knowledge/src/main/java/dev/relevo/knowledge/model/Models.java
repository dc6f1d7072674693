package dev.relevo.knowledge.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What was learnt of every workspace's published versions, in PostgreSQL. A model is only a
/// shortcut: whoever cannot read it learns again.
public final class Models {

  private final ModelTable models;
  private final TransactionTemplate transaction;

  /// @param dataSource a database with the tables of `V012__model.sql`
  /// @param transactions of the same data source; a transaction that is already open is joined
  public Models(DataSource dataSource, PlatformTransactionManager transactions) {
    models = new ModelTable(dataSource);
    transaction = new TransactionTemplate(transactions);
  }

  /// Writes a model; the stream stays open.
  @FunctionalInterface
  public interface Writing {
    void to(OutputStream stream) throws IOException;
  }

  /// What is kept of a version, to be read piece by piece; empty when nothing is. When it is
  /// replaced while it is read, the stream ends early.
  public Optional<InputStream> open(long workspaceId, int number) {
    return models.isThere(workspaceId, number)
        ? Optional.of(new PiecesIn(piece -> models.piece(workspaceId, number, piece)))
        : Optional.empty();
  }

  /// Keeps a model of a version instead of the one before, wholly or not at all. Of several who
  /// keep one at once the last wins; all of them learnt the same.
  public void keep(long workspaceId, int number, Instant learntAt, Writing writing) {
    transaction.executeWithoutResult(_ -> {
      models.begin(workspaceId, number, learntAt);
      try (var pieces =
          new PiecesOut((piece, bytes) -> models.add(workspaceId, number, piece, bytes))) {
        writing.to(pieces);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    });
  }
}
