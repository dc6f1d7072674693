package dev.relevo.knowledge.gap;

/// How a question went wrong, from the mildest to the clearest. A question that went wrong in
/// several ways counts once, as the clearest.
public enum Kind {
  /// Answered just above the threshold, or several rows had to be offered.
  UNSURE,
  /// Answered, and then a person answered it anew, or the customer asked the like again at once.
  CORRECTED,
  /// The customer said that the answer did not help.
  UNHELPFUL,
  /// Nothing fitted: the fallback was said, or a person took over.
  UNANSWERED,
  /// A colleague says that the matrix should do better here.
  SUGGESTED
}
