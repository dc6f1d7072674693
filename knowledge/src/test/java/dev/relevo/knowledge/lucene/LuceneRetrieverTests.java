package dev.relevo.knowledge.lucene;

import dev.relevo.knowledge.retriever.CandidateIndex;
import dev.relevo.knowledge.retriever.RetrieverContract;
import java.util.Optional;

class LuceneRetrieverTests extends RetrieverContract {

  @Override
  protected Optional<CandidateIndex.Maker> index() {
    return Optional.of(LuceneIndex::over);
  }
}
