package dev.relevo.knowledge.retriever;

import java.util.Locale;
import java.util.Optional;

/// What a customer asked.
///
/// @param text as written, not blank
/// @param language the language it is known to be in; empty when unknown, then rows of every
///   language compete
public record Query(String text, Optional<Locale> language) {

  public Query {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a query has text");
    }
  }

  /// A query in a language nobody knows.
  public static Query of(String text) {
    return new Query(text, Optional.empty());
  }
}
