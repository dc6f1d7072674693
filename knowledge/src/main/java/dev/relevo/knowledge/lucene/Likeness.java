package dev.relevo.knowledge.lucene;

import java.util.List;

/// The cosines between a vector and many others, by the features they share.
final class Likeness {

  private final int count;
  private final int[][] holders;
  private final float[][] weights;

  Likeness(List<SparseVector> vectors, int features) {
    count = vectors.size();
    var sizes = new int[features];
    vectors.forEach(vector -> {
      for (int feature : vector.features()) {
        sizes[feature]++;
      }
    });
    holders = new int[features][];
    weights = new float[features][];
    for (int feature = 0; feature < features; feature++) {
      holders[feature] = new int[sizes[feature]];
      weights[feature] = new float[sizes[feature]];
    }
    for (int holder = count - 1; holder >= 0; holder--) {
      var vector = vectors.get(holder);
      for (int index = 0; index < vector.features().length; index++) {
        int feature = vector.features()[index];
        int place = --sizes[feature];
        holders[feature][place] = holder;
        weights[feature][place] = vector.weights()[index];
      }
    }
  }

  /// How like the vector is to each of the others, 0 to 1.
  float[] to(SparseVector vector) {
    var cosines = new float[count];
    for (int index = 0; index < vector.features().length; index++) {
      int feature = vector.features()[index];
      float weight = vector.weights()[index];
      for (int place = 0; place < holders[feature].length; place++) {
        cosines[holders[feature][place]] += weight * weights[feature][place];
      }
    }
    return cosines;
  }
}
