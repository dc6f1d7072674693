package dev.relevo.knowledge.retriever;

import dev.relevo.knowledge.matrix.Matrix;
import java.io.IOException;
import java.io.OutputStream;

/// Finds the rows of one version of the matrix that answer a question. Immutable, safe for any
/// number of threads.
public interface Retriever extends AutoCloseable {

  /// Decides which row, if any, answers the query. Never throws for what a customer can write.
  Retrieval retrieve(Query query);

  /// A retriever for a matrix in which some rows have changed, with this one's threshold: only what
  /// the change touches is learnt anew. This one stays as it is.
  Retriever with(Matrix changed);

  /// How sure its scores are, told from the matrix alone.
  Calibration calibration();

  /// The threshold that was chosen, and whether it reaches what was asked for.
  Calibration.Choice choice();

  /// Writes what was learnt, to be read again beside the same matrix. The stream stays open.
  void write(OutputStream model) throws IOException;

  @Override
  void close();
}
