package dev.relevo.knowledge.retriever;

import java.util.Optional;

/// The index in process names the rows to consider.
class FeatureIndexRetrieverTests extends RetrieverContract {

  @Override
  protected Optional<CandidateIndex.Maker> index() {
    return Optional.of(FeatureIndex::over);
  }
}
