package dev.relevo.crm.file;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.workspace.WorkspaceId;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/// What was sent along, kept in pieces in the database so that a backup of it is a backup of
/// everything.
public class Files {

  /// Reads the stream to its end and keeps it; throws [FileTooLarge] past the limit and then keeps
  /// nothing.
  public StoredFile store(
      WorkspaceId workspace,
      Optional<ContactId> contact,
      String name,
      String mime,
      InputStream bytes,
      long limit) {
    throw new UnsupportedOperationException();
  }

  public Optional<StoredFile> find(WorkspaceId workspace, FileId id) {
    throw new UnsupportedOperationException();
  }

  /// Writes the bytes, piece by piece.
  public void copy(FileId id, OutputStream to) {
    throw new UnsupportedOperationException();
  }
}
