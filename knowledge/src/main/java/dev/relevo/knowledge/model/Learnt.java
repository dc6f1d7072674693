package dev.relevo.knowledge.model;

import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.retriever.TrainedRetriever;
import java.util.concurrent.atomic.AtomicInteger;

/// A matrix with what was learnt of it.
///
/// @param drift how many rows have changed since a whole matrix was learnt, and with it how sure
///   its scores are
/// @param version as which it is kept; 0 while it is not
record Learnt(Matrix rows, TrainedRetriever retriever, int drift, AtomicInteger version) {

  /// When one row of so many has changed, the whole is learnt anew.
  private static final int MUCH = 10;

  static Learnt whole(Matrix rows, TrainedRetriever retriever) {
    return kept(rows, retriever, 0);
  }

  static Learnt kept(Matrix rows, TrainedRetriever retriever, int version) {
    return new Learnt(rows, retriever, 0, new AtomicInteger(version));
  }

  /// How many rows will have changed with another matrix.
  int driftTo(Matrix other) {
    return drift + retriever.changes(other);
  }

  /// Whether what was learnt will do for another matrix, but for the rows that differ.
  boolean isNear(Matrix other) {
    return driftTo(other) * MUCH <= other.rows().size();
  }

  /// What was learnt of another matrix on top of this.
  Learnt with(Matrix other, TrainedRetriever changed) {
    return new Learnt(other, changed, driftTo(other), new AtomicInteger());
  }

  /// Whether it is yet to be kept as that version, which is now up to the caller.
  boolean keepAs(int number) {
    return version.getAndSet(number) != number;
  }
}
