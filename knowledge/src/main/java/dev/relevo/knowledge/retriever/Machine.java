package dev.relevo.knowledge.retriever;

/// Tells the rows' phrases apart.
sealed interface Machine permits JointMachine, RowMachines {

  /// How far a question lies on each of some rows' sides; a phrase strives for 1 on its own row's.
  float[] sides(Vector question, int[] rows);
}
