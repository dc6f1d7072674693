package dev.relevo.knowledge.retriever;

/// The rows considered for a question, in no order, each with its phrase most like the question and
/// their cosine.
@SuppressWarnings("ArrayRecordComponent") // never compared
record Nearest(int[] rows, Known[] phrases, float[] cosines) {

  /// How like the question is to any phrase at all.
  double likest() {
    float likest = 0;
    for (float cosine : cosines) {
      likest = Math.max(likest, cosine);
    }
    return likest;
  }
}
