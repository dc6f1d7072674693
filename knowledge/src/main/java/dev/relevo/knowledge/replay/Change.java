package dev.relevo.knowledge.replay;

/// A question that a draft would treat differently.
///
/// @param position its place in the run
/// @param times how often it was asked
/// @param message one of the messages that asked it
/// @param contact who wrote that
public record Change(
    int position,
    String question,
    String language,
    int times,
    long message,
    long contact,
    Kind kind,
    Verdict verdict,
    Lead before,
    Lead after) {

  /// What is different.
  public enum Kind {
    /// Another row is answered, or others are offered.
    OTHER_ROW,
    /// The same row is answered in other words.
    OTHER_WORDS,
    /// It was not answered before.
    NOW_ANSWERED,
    /// Nothing fits any more.
    NOW_SILENT,
    /// The customer has to choose now.
    NOW_OFFERED
  }

  /// Whether that is good, as far as is known.
  public enum Verdict {
    WORSE,
    /// Nobody knows; somebody should look.
    JUDGE,
    BETTER,
    EVEN
  }

  Change withVerdict(Verdict other) {
    return new Change(
        position, question, language, times, message, contact, kind, other, before, after);
  }
}
