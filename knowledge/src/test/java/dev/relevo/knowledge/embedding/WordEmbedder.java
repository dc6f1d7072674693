package dev.relevo.knowledge.embedding;

import java.util.List;

/// A dense tier in a few lines: texts mean alike when they have words in common.
public final class WordEmbedder implements Embedder {

  public static final int DIMENSIONS = 256;

  @Override
  public String name() {
    return "words";
  }

  @Override
  public List<float[]> embed(List<String> texts) {
    return texts.stream().map(WordEmbedder::embed).toList();
  }

  private static float[] embed(String text) {
    var counts = new float[DIMENSIONS];
    for (var word : text.split(" ", -1)) {
      counts[Math.floorMod(word.hashCode() * 31 + word.length(), DIMENSIONS)]++;
    }
    return Length.one(counts);
  }
}
