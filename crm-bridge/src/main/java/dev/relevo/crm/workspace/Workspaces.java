package dev.relevo.crm.workspace;

import java.util.List;

/// The tenants.
public class Workspaces {

  /// The workspace; what callers name exists, so an unknown id is a fault.
  public Workspace find(WorkspaceId id) {
    throw new UnsupportedOperationException();
  }

  /// Every workspace, oldest first.
  public List<Workspace> all() {
    throw new UnsupportedOperationException();
  }

  /// The oldest workspace, made with that name when there is none yet.
  public Workspace first(String nameIfNew) {
    throw new UnsupportedOperationException();
  }

  /// Stores changed settings (name, zone, language, switches, guards, texts, deadlines).
  public void save(Workspace workspace) {
    throw new UnsupportedOperationException();
  }

  /// What the product says, in the workspace's own words where it has them.
  public String text(WorkspaceId workspace, Wording wording, Language language) {
    throw new UnsupportedOperationException();
  }
}
