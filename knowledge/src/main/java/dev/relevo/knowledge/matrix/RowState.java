package dev.relevo.knowledge.matrix;

/// Where an editor's change of a row stands; shown as a colour.
public enum RowState {
  /// Written, never programmed. White.
  NEW,
  /// The bot answers exactly this. Green.
  PROGRAMMED,
  /// Changed since it was programmed. Yellow.
  CHANGE_REQUESTED,
  /// A question without an answer yet. Blue.
  NEW_QUESTION,
  /// To be removed with the next version. Red.
  TO_DELETE
}
