package dev.relevo.knowledge.lucene;

import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.retriever.Retriever;
import dev.relevo.knowledge.retriever.RetrieverContract;

class LuceneRetrieverTests extends RetrieverContract {

  @Override
  protected Retriever over(Matrix matrix) {
    return LuceneRetriever.over(matrix);
  }
}
