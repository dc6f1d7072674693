package dev.relevo.knowledge.gap;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Questions that went wrong and are like each other.
///
/// @param question the one most like all of them
/// @param row the row most of them came closest to; empty when none
/// @param count how many questions
/// @param kinds in which ways they went wrong
/// @param languages two letters each
/// @param solvedIn the version that answers them
/// @param mendedRow the row of the draft that an editor made or changed for it
public record Gap(
    long id,
    State state,
    String question,
    String row,
    int count,
    List<Kind> kinds,
    List<String> languages,
    Instant first,
    Instant last,
    Optional<Integer> solvedIn,
    Optional<String> mendedRow) {

  public Gap {
    kinds = List.copyOf(kinds);
    languages = List.copyOf(languages);
  }

  /// Where a gap stands.
  public enum State {
    OPEN,
    /// A published version answers its questions.
    SOLVED,
    /// An editor does not want to hear of it.
    IGNORED
  }

  /// One of its questions.
  ///
  /// @param row the best row when it was asked; empty when none
  /// @param score of that row
  /// @param version of the matrix then
  /// @param suggestion what a person answered, or says should be answered; empty when nobody did
  /// @param suggestedBy the member; empty for a plain reply
  public record Question(
      Kind kind,
      String text,
      String language,
      String row,
      double score,
      int version,
      long message,
      long contact,
      String suggestion,
      String suggestedBy,
      Instant at) {}

  /// Which gaps to list.
  ///
  /// @param kind empty: of any kind
  /// @param words only those whose question holds them; empty: all
  public record Filter(State state, Optional<Kind> kind, String words, Order order) {}

  /// In which order.
  public enum Order {
    /// The most questions first.
    COUNT,
    /// The latest first.
    RECENT
  }
}
