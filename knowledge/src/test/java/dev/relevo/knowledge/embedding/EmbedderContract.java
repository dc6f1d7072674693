package dev.relevo.knowledge.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What every dense tier promises.
abstract class EmbedderContract {

  abstract Embedder embedder();

  @Test
  void givesAVectorOfLengthOneForEveryTextInOrder() {
    var texts = List.of("where is my card", "the weather in Paris", "where is my card");
    var vectors = embedder().embed(texts);

    assertThat(vectors).hasSize(3);
    assertThat(vectors).allSatisfy(it -> assertThat(product(it, it)).isCloseTo(1, within(1e-3)));
    assertThat(vectors).extracting(it -> it.length).containsOnly(vectors.getFirst().length);
    assertThat(vectors.get(2)).isEqualTo(vectors.getFirst());
    assertThat(vectors.get(1)).isNotEqualTo(vectors.getFirst());
    assertThat(embedder().embed(texts.subList(1, 2)).getFirst())
        .usingComparatorWithPrecision(1e-3f)
        .containsExactly(vectors.get(1));
  }

  @Test
  void knowsWhichTextsMeanAlike() {
    var vectors = embedder().embed(List.of("lost card", "my card is lost", "pizza recipe"));

    assertThat(product(vectors.get(0), vectors.get(1)))
        .isGreaterThan(product(vectors.get(0), vectors.get(2)));
  }

  @Test
  void givesNothingForNothing() {
    assertThat(embedder().embed(List.of())).isEmpty();
  }

  @Test
  void hasAName() {
    assertThat(embedder().name()).isNotBlank();
  }

  @Test
  void answersManyThreadsAlike() throws Exception {
    var alone = embedder().embed(List.of("where is my card")).getFirst();
    Callable<float[]> one = () -> embedder().embed(List.of("where is my card")).getFirst();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var together : threads.invokeAll(Stream.generate(() -> one).limit(20).toList())) {
        assertThat(together.get()).isEqualTo(alone);
      }
    }
  }

  private static double product(float[] one, float[] other) {
    double sum = 0;
    for (int place = 0; place < one.length; place++) {
      sum += one[place] * other[place];
    }
    return sum;
  }
}
