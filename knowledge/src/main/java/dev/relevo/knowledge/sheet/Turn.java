package dev.relevo.knowledge.sheet;

/// The right to make one round now. Whoever claims the sheet later makes this one void.
///
/// @param number grows with every claim of the sheet
/// @param failures rounds before this one that came to nothing, in a row
record Turn(long workspace, long number, int failures) {}
