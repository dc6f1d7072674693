package dev.relevo.knowledge.retriever;

import java.util.stream.Stream;

/// Finds the rows to be considered for a question, by how like their phrases are to it.
interface Likeness extends AutoCloseable {

  Nearest to(Vector question);

  /// Every phrase it knows, in no order.
  Stream<Known> known();

  @Override
  default void close() {}
}
