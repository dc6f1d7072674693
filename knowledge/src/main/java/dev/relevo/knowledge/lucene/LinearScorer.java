package dev.relevo.knowledge.lucene;

import dev.relevo.knowledge.retriever.Reading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Scores rows by a linear machine that was trained to tell the rows' phrases apart. The score says
/// how sure the machine is of a row among all others, times the root of how like the question is to
/// any phrase at all.
final class LinearScorer implements RowScorer {

  /// Training takes time and memory with phrases times rows; beyond this, an index has to do.
  private static final int MOST_WORK = 300_000;

  /// When the second row has half the first one's certainty, the first is right in one of two cases
  /// only (measured on the evaluation sets), and the right one is mostly among three.
  private static final double RIVALRY = Math.cbrt(0.5);

  private static final double CAUTION = 0.45;

  /// A smaller matrix is scored as if it had rows that fit nothing: being the only row proves
  /// nothing.
  private static final int FEWEST_ROWS = 20;

  /// Weight of the likeness to the row's best phrase beside the machine's own view.
  private static final double LIKENESS = 0.5;

  private static final double SHARPNESS = 4;

  /// A question in a known language prefers rows of that language by this much.
  private static final double FOREIGN = 0.9;

  private final List<Phrase> phrases;
  private final Features features;

  /// Row numbers, ascending; a row's place here is its class.
  private final int[] rows;

  private final int[] classOf;
  private final Machine machine;
  private final Likeness likeness;

  LinearScorer(List<Phrase> phrases) {
    this.phrases = List.copyOf(phrases);
    features = new Features(phrases);
    rows = phrases.stream().mapToInt(Phrase::row).distinct().sorted().toArray();
    classOf = phrases.stream().mapToInt(it -> Arrays.binarySearch(rows, it.row())).toArray();
    var vectors = phrases.stream().map(this::vector).toList();
    machine = new Machine(vectors, classOf, rows.length, features.size());
    likeness = new Likeness(vectors, features.size());
  }

  /// Whether a matrix is small enough.
  static boolean manages(List<Phrase> phrases) {
    return phrases.size() * phrases.stream().map(Phrase::row).distinct().count() <= MOST_WORK;
  }

  private SparseVector vector(Phrase phrase) {
    return features.vector(phrase.reading().words(), Optional.of(phrase.language()));
  }

  @Override
  public List<Scored> score(Reading question, Optional<Locale> language) {
    var vector = features.vector(question.words(), language);
    if (vector.features().length == 0) {
      return List.of();
    }
    var like = likeness.to(vector);
    var best = bestPhrases(like);
    var sure = sureness(machine.sides(vector), like, best);
    double likest = 0;
    for (int phrase : best) {
      likest = Math.max(likest, like[phrase]);
    }
    var scored = new ArrayList<Scored>(rows.length);
    for (int one = 0; one < rows.length; one++) {
      var phrase = phrases.get(best[one]);
      double score = spread(sure[one] * Math.sqrt(likest)) * preference(phrase, language);
      scored.add(new Scored(rows[one], Math.clamp(score, 0, 1), phrase.written()));
    }
    scored.sort(Scored.BEST_FIRST);
    return scored;
  }

  /// Shares of certainty, at most 1 over all rows.
  private double[] sureness(float[] sides, float[] like, int[] best) {
    var sure = new double[rows.length];
    for (int one = 0; one < rows.length; one++) {
      sure[one] = Math.exp(SHARPNESS * (sides[one] + LIKENESS * like[best[one]]));
    }
    double sum = Arrays.stream(sure).sum() + Math.max(0, FEWEST_ROWS - rows.length);
    return Arrays.stream(sure).map(one -> one / sum).toArray();
  }

  /// With many rows, being a tenth sure is a lot; the cube root brings such numbers to where people
  /// expect them and changes no order.
  private static double spread(double score) {
    return Math.cbrt(score);
  }

  private static double preference(Phrase phrase, Optional<Locale> language) {
    return language.filter(it -> !phrase.isIn(it)).isPresent() ? FOREIGN : 1;
  }

  /// The phrase of each row that is most like the question.
  private int[] bestPhrases(float[] like) {
    var best = new int[rows.length];
    Arrays.fill(best, -1);
    for (int phrase = 0; phrase < like.length; phrase++) {
      int row = classOf[phrase];
      if (best[row] < 0 || like[phrase] > like[best[row]]) {
        best[row] = phrase;
      }
    }
    return best;
  }

  @Override
  public double rivalry() {
    return RIVALRY;
  }

  @Override
  public double caution() {
    return CAUTION;
  }
}
