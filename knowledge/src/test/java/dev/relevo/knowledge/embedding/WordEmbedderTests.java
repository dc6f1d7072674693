package dev.relevo.knowledge.embedding;

class WordEmbedderTests extends EmbedderContract {

  @Override
  Embedder embedder() {
    return new WordEmbedder();
  }
}
