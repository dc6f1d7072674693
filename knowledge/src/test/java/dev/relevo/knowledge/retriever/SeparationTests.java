package dev.relevo.knowledge.retriever;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeparationTests {

  private static final int FEATURES = 40;

  @Test
  void itsOwnLieOnThePositiveSideAndTheOthersNot() {
    var separation = new Separation(FEATURES);
    for (int seed = 0; seed < 20; seed++) {
      var chance = new Random(seed);
      // The first three features are the own ones', the rest is noise.
      var vectors = new ArrayList<Vector>();
      for (int own = 0; own < 5; own++) {
        vectors.add(vector(chance, 0, 3));
      }
      for (int other = 0; other < 50; other++) {
        vectors.add(vector(chance, 3, 6));
      }
      var plane = separation.of(vectors, 5, FEATURES);
      for (int place = 0; place < vectors.size(); place++) {
        float side = new Spread(vectors.get(place)).dot(plane);
        assertThat(side > 0).as("vector %d of %d: %s", place, seed, side).isEqualTo(place < 5);
      }
    }
  }

  @Test
  void aPlaneDoesNotDependOnThoseBefore() {
    var vectors = List.of(vector(new Random(1), 0, 3), vector(new Random(2), 3, 6));
    var used = new Separation(FEATURES);
    used.of(List.of(vector(new Random(3), 3, 6), vector(new Random(4), 0, 3)), 1, FEATURES);
    var fresh = new Separation(FEATURES).of(vectors, 1, FEATURES);
    var again = used.of(vectors, 1, FEATURES);
    assertThat(again.features()).isEqualTo(fresh.features());
    assertThat(again.weights()).isEqualTo(fresh.weights());
  }

  @Test
  void onlyTheHeaviestWeightsAreKeptAscendingByFeature() {
    var vectors = List.of(vector(new Random(1), 0, 3), vector(new Random(2), 3, 6));
    var whole = new Separation(FEATURES).of(vectors, 1, FEATURES);
    var kept = new Separation(FEATURES).of(vectors, 1, 4);
    var places = Heaviest.places(whole.weights(), 4);
    assertThat(kept.features())
        .isEqualTo(IntStream.of(places).map(place -> whole.features()[place]).toArray())
        .isSorted();
  }

  /// Two of some features, and eight of the noise.
  private static Vector vector(Random chance, int from, int to) {
    var noise = chance.ints(6, FEATURES).distinct().limit(8).sorted();
    var own = chance.ints(from, to).distinct().limit(2).sorted();
    var features = IntStream.concat(own, noise).toArray();
    var weights = new float[features.length];
    for (int place = 0; place < weights.length; place++) {
      weights[place] = place < 2 ? 0.6f : 0.18f;
    }
    return new Vector(features, weights);
  }
}
