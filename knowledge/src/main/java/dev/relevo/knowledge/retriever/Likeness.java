package dev.relevo.knowledge.retriever;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/// Finds the rows to be considered for a question, by how like their phrases are to it.
interface Likeness {

  Nearest to(Vector question);

  /// Every phrase it knows, in no order.
  Stream<Known> known();

  /// What its phrases mean, by how they are written; none without a dense tier.
  default Map<String, float[]> meanings() {
    var meanings = new HashMap<String, float[]>();
    known()
        .filter(it -> it.meaning().length > 0)
        .forEach(it -> meanings.put(it.written(), it.meaning()));
    return meanings;
  }
}
