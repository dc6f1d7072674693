package dev.relevo.knowledge.embedding;

/// Brings vectors to length 1.
final class Length {

  private Length() {}

  static float[] one(float[] vector) {
    double square = 0;
    for (float value : vector) {
      square += (double) value * value;
    }
    var scaled = vector.clone();
    for (int place = 0; place < scaled.length; place++) {
      scaled[place] /= (float) Math.max(Math.sqrt(square), Float.MIN_NORMAL);
    }
    return scaled;
  }
}
