package dev.relevo.knowledge.draft;

import dev.relevo.knowledge.matrix.Row;
import java.time.Instant;

/// A row of the draft. Its state follows from what happened to it.
///
/// @param revision what an editor who saw this names when changing it
/// @param by who changed it last
public record DraftRow(Row row, long revision, String by, Instant at) {}
