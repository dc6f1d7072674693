package dev.relevo.bot.spend;

import java.util.List;

/// What became of a call's answer, and what it stands on.
///
/// @param outcome in a word of the room that asked, at most 64 characters: `reply`, `ungrounded`
/// @param shown the rows and passages the model was shown
/// @param cited those of them it named
public record Note(String outcome, List<Shown> shown, List<String> cited) {

  /// Before anything is known.
  static final Note NONE = new Note("", List.of(), List.of());

  /// A row or passage.
  ///
  /// @param score the retriever's
  public record Shown(String id, double score) {}

  public Note {
    shown = List.copyOf(shown);
    cited = List.copyOf(cited);
  }
}
