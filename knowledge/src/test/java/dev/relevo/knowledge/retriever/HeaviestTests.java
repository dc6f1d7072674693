package dev.relevo.knowledge.retriever;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeaviestTests {

  @Test
  void namesThePlacesThatSortingWouldName() {
    var chance = new Random(3);
    for (int size = 0; size < 200; size++) {
      var weights = new float[size];
      for (int place = 0; place < size; place++) {
        // Many are equal.
        weights[place] = chance.nextInt(-20, 20);
      }
      int most = chance.nextInt(1, 60);
      var sorted =
          IntStream.range(0, size)
              .boxed()
              .sorted(
                  Comparator.comparingDouble((Integer place) -> -Math.abs(weights[place]))
                      .thenComparing(Comparator.naturalOrder()))
              .limit(most)
              .mapToInt(Integer::intValue)
              .sorted()
              .toArray();
      assertThat(Heaviest.places(weights, most)).as("%d of %d", most, size).isEqualTo(sorted);
    }
  }

  @Test
  void aKeyHoldsAWeightAndANumber() {
    long key = Heaviest.key(0.25f, 17);
    assertThat(Heaviest.weight(key)).isEqualTo(0.25f);
    assertThat(Heaviest.number(key)).isEqualTo(17);
    assertThat(Heaviest.key(0.25f, 16)).isGreaterThan(key);
    assertThat(Heaviest.key(0.26f, 99)).isGreaterThan(key);
  }
}
