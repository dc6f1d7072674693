package dev.relevo.crm.file;

import dev.relevo.crm.workspace.WorkspaceId;

/// A file's description, without its bytes.
///
/// @param mime sniffed from the bytes, not believed from the sender
public record StoredFile(FileId id, WorkspaceId workspace, String name, String mime, long size) {

  /// Whether the bytes are of a sort we know; what is not may be a program or a page.
  public boolean known() {
    return !mime.equals(Sniffer.UNKNOWN);
  }
}
