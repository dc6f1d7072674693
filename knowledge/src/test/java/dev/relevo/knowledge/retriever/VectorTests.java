package dev.relevo.knowledge.retriever;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class VectorTests {

  @Test
  void aCompactVectorWeighsNearlyTheSame() {
    var chance = new Random(5);
    var features = chance.ints(80, 0, 400).distinct().sorted().toArray();
    var weights = new float[features.length];
    for (int place = 0; place < weights.length; place++) {
      weights[place] = (chance.nextFloat() - 0.5f) / 5;
    }
    var whole = new Vector(features, weights);
    var compact = whole.compact();
    assertThat(compact.features()).isEqualTo(features);
    assertThat(compact.weights()).containsExactly(weights, within(0.0005f));
    assertThat(new Spread(whole).dot(compact))
        .isCloseTo(new Spread(whole).dot(whole), within(0.002f));
  }

  @Test
  void aCompactVectorIsTheSameAfterItWasTakenApart() {
    var compact = new Vector(new int[] {1, 4, 9}, new float[] {0.5f, -0.25f, 0.1f}).compact();
    var again = new Vector(compact.features(), compact.steps(), compact.step());
    assertThat(again.weights()).isEqualTo(compact.weights());
  }

  @Test
  void nothingIsCompactAsItIs() {
    var nothing = new Vector(new int[0], new float[0]);
    assertThat(nothing.compact().isEmpty()).isTrue();
    assertThat(new Spread(nothing).dot(nothing)).isZero();
  }
}
