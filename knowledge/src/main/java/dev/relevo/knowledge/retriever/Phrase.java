package dev.relevo.knowledge.retriever;

import java.util.List;
import java.util.Locale;

/// One way to ask for a row, to learn from.
///
/// @param row the row's number
/// @param written as the editors wrote it
/// @param meaning of length 1, or empty without a dense tier
@SuppressWarnings("ArrayRecordComponent") // never compared
record Phrase(int row, Locale language, String written, Reading reading, float[] meaning) {

  /// As they are compared.
  List<String> words() {
    return reading.words();
  }

  Phrase meaning(float[] known) {
    return new Phrase(row, language, written, reading, known);
  }
}
