package dev.relevo.knowledge.retriever;

import java.util.Locale;
import java.util.Optional;

/// One way to ask for a row, as it was learnt.
record Known(int row, Locale language, String written, Vector vector) {

  static Known of(Phrase phrase, Features features) {
    var vector = features.vector(phrase.words(), Optional.of(phrase.language()), phrase.meaning());
    return new Known(phrase.row(), phrase.language(), phrase.written(), vector);
  }

  /// The same, kept in less memory.
  Known compact() {
    return new Known(row, language, written, vector.compact());
  }

  /// The phrase's meaning, of length 1; nothing without a dense tier.
  float[] meaning() {
    return vector.meaning();
  }

  boolean isIn(Locale other) {
    return language.getLanguage().equals(other.getLanguage());
  }
}
