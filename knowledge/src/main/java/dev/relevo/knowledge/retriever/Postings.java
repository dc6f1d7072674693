package dev.relevo.knowledge.retriever;

import java.util.List;

/// The products of a vector with many others, by the features they share.
final class Postings {

  private final int count;
  private final int[][] holders;
  private final float[][] weights;

  /// @param features how many there are
  Postings(List<Vector> vectors, int features) {
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

  /// The vector's product with each of the others, in their order.
  float[] products(Vector vector) {
    var products = new float[count];
    for (int index = 0; index < vector.features().length; index++) {
      int feature = vector.features()[index];
      float weight = vector.weights()[index];
      var held = holders[feature];
      var by = weights[feature];
      for (int place = 0; place < held.length; place++) {
        products[held[place]] += weight * by[place];
      }
    }
    return products;
  }
}
