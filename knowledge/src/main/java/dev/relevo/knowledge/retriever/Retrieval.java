package dev.relevo.knowledge.retriever;

import java.util.List;

/// What the retriever decided about a query.
public sealed interface Retrieval {

  /// One row answers it.
  record Found(Hit hit, Explanation why) implements Retrieval {}

  /// Two or three rows are so close that the customer should choose.
  record Several(List<Hit> hits, Explanation why) implements Retrieval {
    public Several {
      hits = List.copyOf(hits);
      if (hits.size() < 2 || hits.size() > 3) {
        throw new IllegalArgumentException("a choice is between two or three rows");
      }
    }
  }

  /// No row answers it.
  record Nothing(Explanation why) implements Retrieval {}
}
