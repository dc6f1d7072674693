package dev.relevo.knowledge.retriever;

import java.util.Optional;

/// Every row of a small matrix is considered.
class TrainedRetrieverTests extends RetrieverContract {

  @Override
  protected Optional<CandidateIndex.Maker> index() {
    return Optional.empty();
  }
}
