package dev.relevo.knowledge.retriever;

import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.Row;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// The retriever that is trained on a matrix: folded phrases in a dictionary first; then what was
/// learnt of the phrases; and the answers' texts where no phrase fits.
public final class TrainedRetriever implements Retriever {

  private static final int CHOICE = 3;

  private final Training training;
  private final Settings settings;
  private final Meanings meanings;
  private final Lesson lesson;

  /// Made aside, for most questions never need it; whoever needs it first waits for it.
  private final CompletableFuture<Answers> answers;

  private final Calibration.Choice choice;

  TrainedRetriever(
      Training training, Settings settings, Lesson lesson, CompletableFuture<Answers> answers) {
    this.training = training;
    this.settings = settings;
    this.meanings = meanings(settings, lesson);
    this.lesson = lesson;
    this.answers = answers;
    this.choice = lesson.calibration().choose(settings.aim(), Scorer.CAUTION);
  }

  /// Where there is no phrase to be like, no question's meaning is asked for.
  private static Meanings meanings(Settings settings, Lesson lesson) {
    boolean anyPhrase = lesson.scorer().likeness().known().findAny().isPresent();
    return anyPhrase ? new Meanings(settings.dense()).under(lesson.preset()) : Meanings.ABSENT;
  }

  @Override
  public Retrieval retrieve(Query query) {
    var question = Reading.of(query.text(), lesson.rows().symbols());
    var same = sameWords(question, query.language());
    var scored = new ArrayList<>(same);
    var meaning = meanings.of(question.core());
    for (var other : lesson.scorer().score(question.words(), query.language(), meaning)) {
      if (same.stream().noneMatch(one -> one.row() == other.row())) {
        scored.add(other);
      }
    }
    var hits = hits(scored);
    var reasons = new ArrayList<String>();
    if (!same.isEmpty()) {
      reasons.add("exact phrase");
    }
    matched(question, hits).ifPresent(reasons::add);
    var why = new Explanation(question.core(), choice.threshold(), hits, reasons);
    return reaches(hits, choice.threshold())
        ? decide(hits, Scorer.RIVALRY, why)
        : fromAnswers(question, query, why);
  }

  /// The rows that have the question word for word; those in its language before any other.
  private List<Scored> sameWords(Reading question, Optional<Locale> language) {
    var same = lesson.dictionary().same(question);
    var spoken =
        same.stream()
            .filter(one -> language.filter(it -> speaks(row(one), it)).isPresent())
            .toList();
    return spoken.isEmpty() ? same : spoken;
  }

  private Row row(Scored scored) {
    return lesson.rows().row(scored.row());
  }

  private static boolean speaks(Row row, Locale language) {
    return row.language().getLanguage().equals(language.getLanguage());
  }

  /// Which of the question's words the best row's phrase has too.
  private Optional<String> matched(Reading question, List<Hit> hits) {
    if (hits.isEmpty()) {
      return Optional.empty();
    }
    var best = hits.getFirst();
    var language = best.row().language();
    var reading = Reading.of(best.phrase(), lesson.rows().symbols());
    var phrase = new HashSet<>(Stems.of(reading.words(), language));
    var words = question.words();
    var stems = Stems.of(words, language);
    var common = new LinkedHashSet<String>();
    for (int word = 0; word < words.size(); word++) {
      if (phrase.contains(stems.get(word))) {
        common.add(words.get(word));
      }
    }
    return common.isEmpty()
        ? Optional.empty()
        : Optional.of("matched: " + String.join(", ", common));
  }

  private static boolean reaches(List<Hit> hits, double threshold) {
    return !hits.isEmpty() && hits.getFirst().score() >= threshold;
  }

  /// Where no phrase fits, an answer's own text may.
  private Retrieval fromAnswers(Reading question, Query query, Explanation phrases) {
    var texts = answers.join();
    double least = phrases.candidates().isEmpty() ? 0 : Answers.RIVALRY * texts.threshold();
    var hits = hits(texts.score(question.words(), query.language(), least));
    boolean reached = reaches(hits, texts.threshold());
    if (!reached && !phrases.candidates().isEmpty()) {
      return new Retrieval.Nothing(phrases);
    }
    var reasons = List.of("no phrase fits", "by the answer's text");
    var why = new Explanation(phrases.normalized(), texts.threshold(), hits, reasons);
    return reached ? decide(hits, Answers.RIVALRY, why) : new Retrieval.Nothing(why);
  }

  /// The first row, or a choice where rivals are near; only word for word beats word for word.
  private static Retrieval decide(List<Hit> hits, double rivalry, Explanation why) {
    double best = hits.getFirst().score();
    double rival = best < 1 ? rivalry * best : 1;
    var choice = hits.stream().filter(hit -> hit.score() >= rival).limit(CHOICE).toList();
    return choice.size() == 1
        ? new Retrieval.Found(choice.getFirst(), why)
        : new Retrieval.Several(choice, why);
  }

  private List<Hit> hits(List<Scored> scored) {
    return scored.stream()
        .limit(Scorer.MOST)
        .map(one -> new Hit(row(one), one.score(), one.phrase()))
        .toList();
  }

  /// A retriever for a matrix in which some rows have changed, with this one's threshold: only what
  /// the change touches is learnt anew. This one stays as it is.
  public TrainedRetriever with(Matrix changed) {
    return training.retrain(lesson, answers, changed).aiming(settings.aim());
  }

  /// The same retriever with the threshold of another aim.
  public TrainedRetriever aiming(Aim aim) {
    return new TrainedRetriever(training, settings.aiming(aim), lesson, answers);
  }

  /// In how many rows another matrix would differ for this one: rows that are not there or are not
  /// asked for and answered as before, on either side.
  public int changes(Matrix other) {
    return lesson.rows().changes(other);
  }

  /// How sure its scores are, told from the matrix alone.
  public Calibration calibration() {
    return lesson.calibration();
  }

  /// The threshold that was chosen, and whether it reaches what was asked for.
  public Calibration.Choice choice() {
    return choice;
  }

  /// Writes what was learnt, to be read again beside the same matrix. The stream stays open.
  public void write(OutputStream model) throws IOException {
    training.write(lesson, model);
  }
}
