package dev.relevo.knowledge.draft;

/// Who edits.
///
/// @param id the member's number; 0 for Relevo itself
/// @param name as it is shown from then on, also when the member has left
public record Editor(long id, String name) {

  public Editor {
    if (name.isBlank()) {
      throw new IllegalArgumentException("an editor has a name");
    }
  }
}
