package dev.relevo.crm.file;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.sql.Column;
import dev.relevo.crm.workspace.WorkspaceId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What was sent along, kept in pieces in the database so that a backup of it is a backup of
/// everything.
@Component
public class Files {
  /// Bytes in a piece.
  static final int PIECE = 256 * 1024;

  private final FileTable table;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Files(FileTable table, PlatformTransactionManager transactions, Clock clock) {
    this.table = table;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /// Reads the stream to its end and keeps it; throws [FileTooLarge] past the limit and then keeps
  /// nothing. The stream is read before the database is touched: a slow sender holds no
  /// transaction. The sender's word on the type counts only where the bytes do not contradict it.
  public StoredFile store(
      WorkspaceId workspace,
      Optional<ContactId> contact,
      String name,
      String mime,
      InputStream bytes,
      long limit) {
    try (var spool = Spool.of(bytes, limit)) {
      var type = Sniffer.type(spool.head(), mime);
      var plain = Column.clean(name);
      return transaction.execute(status -> {
        var id = table.insert(workspace, contact, plain, type, spool, Column.now(clock));
        spool.pieces(PIECE, (piece, number) -> table.insertPiece(workspace, id, number, piece));
        return new StoredFile(id, workspace, plain, type, spool.size());
      });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Optional<StoredFile> find(WorkspaceId workspace, FileId id) {
    return table.find(workspace, id);
  }

  /// Writes the bytes, piece by piece.
  public void copy(FileId id, OutputStream to) {
    try {
      for (var number = 0; ; number++) {
        var piece = table.piece(id, number);
        if (piece.isEmpty()) {
          return;
        }
        to.write(piece.get());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The file is that contact's from now on, unless it is somebody's already.
  public void give(FileId file, ContactId to) {
    table.give(file, to);
  }

  /// Removes files nothing shows any more.
  public void remove(Collection<FileId> ids) {
    table.remove(ids);
  }
}
