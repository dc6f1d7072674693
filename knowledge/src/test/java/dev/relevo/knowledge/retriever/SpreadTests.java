package dev.relevo.knowledge.retriever;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadTests {

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4096, 1 << 20})
  void aProductIsThatOfTheTwoSideBySide(int apart) {
    var random = new Random(apart);
    for (int size = 0; size < 300; size++) {
      var one = vector(random, size, apart);
      var other = vector(random, 200, apart);

      assertThat(new Spread(one).dot(other)).isCloseTo(product(one, other), within(1e-3f));
      assertThat(new Spread(one).dot(other.compact()))
          .isCloseTo(product(one, other.compact()), within(1e-3f));
    }
  }

  /// Every other number on average, so that half of the features are met.
  private static Vector vector(Random random, int size, int apart) {
    var features =
        IntStream.generate(() -> random.nextInt(2 * Math.max(1, size)) * apart)
            .distinct()
            .limit(size)
            .sorted()
            .toArray();
    var weights = new float[size];
    for (int place = 0; place < size; place++) {
      weights[place] = random.nextFloat() - 0.5f;
    }
    return new Vector(features, weights);
  }

  private static float product(Vector one, Vector other) {
    var weights = one.weights();
    var others = other.weights();
    float sum = 0;
    for (int place = 0; place < weights.length; place++) {
      for (int beside = 0; beside < others.length; beside++) {
        sum +=
            one.features()[place] == other.features()[beside] ? weights[place] * others[beside] : 0;
      }
    }
    return sum;
  }
}
