package dev.relevo.knowledge.retriever;

/// What was learnt of a matrix.
///
/// @param preset chosen from its phrases
/// @param calibration how sure the scorer is
record Lesson(
    Rows rows, Dictionary dictionary, Scorer scorer, Preset preset, Calibration calibration) {

  /// The same about rows that are asked for in the same words.
  Lesson about(Rows others) {
    return new Lesson(others, dictionary, scorer, preset, calibration);
  }
}
