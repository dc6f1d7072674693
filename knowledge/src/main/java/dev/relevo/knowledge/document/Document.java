package dev.relevo.knowledge.document;

import dev.relevo.knowledge.sentence.Sentence;
import java.time.Instant;
import java.util.Optional;

/// A source of passages: an uploaded file or a web site, with where its reading stands. While it is
/// read again, and also when that fails, the passages of the last time are still used.
///
/// @param origin the file's name, or the address of the site's first page
/// @param title what people know it by
/// @param pageLimit how many pages of the site are read at most; 1 for a file
/// @param reason why it failed; empty otherwise
/// @param progress of the reading under way, or of the last one
/// @param bytes of everything that was read
/// @param readAt when it was last read to the end
/// @param dueAt when it will be read again, or is waiting since
public record Document(
    long id,
    Kind kind,
    String origin,
    String title,
    Schedule schedule,
    int pageLimit,
    State state,
    Optional<Sentence> reason,
    Progress progress,
    int passages,
    long bytes,
    String addedBy,
    Optional<Instant> readAt,
    Optional<Instant> dueAt) {

  /// What kind of source it is.
  public enum Kind {
    FILE,
    SITE
  }

  /// Where its reading stands.
  public enum State {
    /// Nobody reads it yet.
    WAITING,
    /// It is being read.
    READING,
    /// It was read to the end.
    READY,
    /// It could not be read; the reason is a sentence.
    FAILED
  }

  /// How far a reading is.
  ///
  /// @param read pages read so far
  /// @param found pages known so far, those included
  public record Progress(int read, int found) {}

  /// Whether its state will change by itself soon.
  public boolean isUnderWay() {
    return state == State.WAITING || state == State.READING;
  }
}
