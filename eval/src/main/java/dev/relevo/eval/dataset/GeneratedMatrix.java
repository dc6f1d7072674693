package dev.relevo.eval.dataset;

import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Rows of made-up words, as many as wanted, with a question to each: words as rare as in real text
/// (Zipf), four of them to a row; each phrase has three of the four. The same size gives the same
/// rows.
public final class GeneratedMatrix {

  private static final List<String> SYLLABLES =
      List.of(
          "ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "co", "du",
          "ra", "lle", "mi", "no", "pu", "ca", "se", "ti", "lo", "ción", "mente", "dor", "dad");

  private static final int WORDS = 30_000;
  private static final int SMALL_WORDS = 300;
  private static final int WORDS_OF_A_ROW = 4;
  private static final int WORDS_OF_AN_ANSWER = 25;

  private final Random chance = new Random(20260101);
  private final List<String> words;

  private GeneratedMatrix() {
    words = IntStream.range(0, WORDS).mapToObj(this::word).toList();
  }

  /// A dataset of that many rows, and a question for each of some of them.
  ///
  /// @param phrases of each row, at least one
  public static Dataset of(int rows, int phrases, int cases) {
    var generated = new GeneratedMatrix();
    var matrix = new ArrayList<Row>();
    var asked = new ArrayList<Case>();
    int step = Math.max(1, rows / cases);
    for (int row = 0; row < rows; row++) {
      var id = new RowId("R" + row);
      var own = Stream.generate(() -> generated.any(WORDS)).limit(WORDS_OF_A_ROW).toList();
      var ways = Stream.generate(() -> generated.phrase(own)).limit(phrases).toList();
      var answer =
          Stream.generate(() -> generated.any(WORDS))
              .limit(WORDS_OF_AN_ANSWER)
              .collect(Collectors.joining(" "));
      matrix.add(
          Row.answering(id, Locale.of("es"), ways.getFirst(), ways.subList(1, phrases), answer));
      if (row % step == 0) {
        asked.add(new Case(generated.phrase(own), Optional.of(id)));
      }
    }
    return new Dataset(rows + " generated rows", new Matrix(matrix), asked);
  }

  private String word(int rank) {
    int length = 1 + chance.nextInt(3) + (rank < SMALL_WORDS ? 0 : 1);
    return IntStream.range(0, length)
        .mapToObj(_ -> SYLLABLES.get(chance.nextInt(SYLLABLES.size())))
        .collect(Collectors.joining());
  }

  /// One of the most frequent words, each as often as its rank says.
  private String any(int most) {
    return words.get((int) (Math.pow(most, chance.nextDouble()) - 1));
  }

  private String phrase(List<String> own) {
    var phrase = new ArrayList<>(own);
    phrase.remove(chance.nextInt(phrase.size()));
    for (int small = 0; small < 3; small++) {
      phrase.add(chance.nextInt(phrase.size() + 1), any(SMALL_WORDS));
    }
    return String.join(" ", phrase);
  }
}
