package dev.relevo.eval.dataset;

import dev.relevo.knowledge.matrix.RowId;
import java.util.Optional;

/// One question to ask.
///
/// @param text as a customer wrote it
/// @param row the row that answers it; empty when none does
public record Case(String text, Optional<RowId> row) {}
