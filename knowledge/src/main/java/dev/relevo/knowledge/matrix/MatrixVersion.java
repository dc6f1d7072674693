package dev.relevo.knowledge.matrix;

import java.time.Instant;

/// A published version, without its rows.
///
/// @param number counted from 1 in its workspace
/// @param at when it was published
/// @param by who published it: a member's name or e-mail, or `relevo` for the sample
/// @param note what they said about it; may be empty
/// @param rows how many rows it has
public record MatrixVersion(int number, Instant at, String by, String note, int rows) {}
