package dev.relevo.knowledge.retriever;

/// What was learnt of a matrix.
///
/// @param preset chosen from its phrases
/// @param calibration how sure the scorer is
record Lesson(
    Rows rows, Dictionary dictionary, Scorer scorer, Preset preset, Calibration calibration) {}
