package dev.relevo.crm.workspace;

/// Which workspace.
public record WorkspaceId(long value) {

  public WorkspaceId {
    if (value <= 0) {
      throw new IllegalArgumentException("an id is positive: " + value);
    }
  }
}
