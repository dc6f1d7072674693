package dev.relevo.knowledge.lucene;

import dev.relevo.knowledge.retriever.Reading;
import java.util.Locale;

/// One way to ask for a row.
///
/// @param row the row's number in the matrix
/// @param written as the editors wrote it
record Phrase(int row, Locale language, String written, Reading reading) {

  boolean isIn(Locale other) {
    return language.getLanguage().equals(other.getLanguage());
  }
}
