package dev.relevo.knowledge.retriever;

import java.util.Collection;
import java.util.List;

/// Names the rows that may answer a question, quickly and generously; what it names is scored anew
/// above it. Immutable, safe for any number of threads.
public interface CandidateIndex {

  /// The numbers of the rows that hold something like the question, the likest first, each once.
  ///
  /// @param most how many rows at most
  List<Integer> near(Vector question, int most);

  /// An index of its own with some rows less and some texts more; this one stays as it is.
  CandidateIndex with(Collection<Integer> gone, List<Text> come);

  /// A text to be found by.
  ///
  /// @param row the number of its row
  record Text(int row, Vector vector) {}

  /// Makes an index over texts.
  interface Maker {
    CandidateIndex over(List<Text> texts);

    /// Lets others know what is still in use, and forgets what has not been for long. To be called
    /// every few minutes where an index lies outside the process.
    default void tend() {}
  }
}
