package dev.relevo.knowledge.draft;

import dev.relevo.knowledge.matrix.Matrix;

/// The whole draft at a revision, with the rows' states.
public record Snapshot(long revision, Matrix matrix) {}
