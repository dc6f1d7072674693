package dev.relevo.knowledge.retriever;

/// One phrase asked without having been seen.
///
/// @param offTopic its whole row had been left out, so that nothing ought to be found
/// @param right the best row was its own
/// @param score the best row's
record Trial(boolean offTopic, boolean right, double score) {}
