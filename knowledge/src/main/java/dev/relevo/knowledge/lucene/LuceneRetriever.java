package dev.relevo.knowledge.lucene;

import dev.relevo.knowledge.lucene.RowScorer.Scored;
import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.retriever.Explanation;
import dev.relevo.knowledge.retriever.Hit;
import dev.relevo.knowledge.retriever.Query;
import dev.relevo.knowledge.retriever.Reading;
import dev.relevo.knowledge.retriever.Retrieval;
import dev.relevo.knowledge.retriever.Retriever;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// A retriever in process: folded phrases in a dictionary first; then a linear machine trained on
/// Lucene's stems and on pieces of words, or, for a matrix too large for that, a Lucene index in
/// memory; and an index over the answers where no phrase fits.
public final class LuceneRetriever implements Retriever {

  private static final int CHOICE = 3;
  private static final int SHOWN = 10;

  private final List<Row> rows;
  private final Set<Integer> symbols;
  private final Map<String, List<Scored>> exact;
  private final RowScorer questions;

  /// Trained aside and last, for most questions never need it; whoever needs it first waits for it.
  private final CompletableFuture<Answers> answers;

  private final double threshold;

  private LuceneRetriever(List<Row> rows) {
    this.rows = rows;
    symbols = new HashSet<>();
    rows.forEach(row -> row.phrases().forEach(phrase -> symbols.addAll(Reading.symbols(phrase))));
    var phrases = phrases();
    exact = dictionary(phrases);
    Function<List<Phrase>, RowScorer> training =
        LinearScorer.manages(phrases) ? LinearScorer::new : PhraseScorer::new;
    questions = training.apply(phrases);
    threshold = Calibration.of(phrases, training).threshold(questions.caution());
    answers = CompletableFuture.supplyAsync(() -> new Answers(rows, phrases));
  }

  /// Indexes the matrix and chooses the threshold from it. Every row takes part: rows that are out
  /// of their dates or to be deleted are left out by whoever publishes.
  public static LuceneRetriever over(Matrix matrix) {
    return new LuceneRetriever(matrix.rows());
  }

  private List<Phrase> phrases() {
    var phrases = new ArrayList<Phrase>();
    for (int row = 0; row < rows.size(); row++) {
      for (var written : rows.get(row).phrases()) {
        var reading = Reading.of(written, symbols);
        if (!reading.folded().isEmpty()) {
          phrases.add(new Phrase(row, rows.get(row).language(), written, reading));
        }
      }
    }
    return phrases;
  }

  private static Map<String, List<Scored>> dictionary(List<Phrase> phrases) {
    var dictionary = new HashMap<String, List<Scored>>();
    for (var phrase : phrases) {
      for (var key :
          new LinkedHashSet<>(List.of(phrase.reading().folded(), phrase.reading().core()))) {
        var rows = dictionary.computeIfAbsent(key, _ -> new ArrayList<>());
        if (rows.stream().noneMatch(scored -> scored.row() == phrase.row())) {
          rows.add(new Scored(phrase.row(), 1, phrase.written()));
        }
      }
    }
    return dictionary;
  }

  @Override
  public Retrieval retrieve(Query query) {
    var question = Reading.of(query.text(), symbols);
    var same = sameWords(question, query.language());
    var scored = new ArrayList<>(same);
    questions.score(question, query.language()).stream()
        .filter(other -> same.stream().noneMatch(one -> one.row() == other.row()))
        .forEach(scored::add);
    var hits = scored.stream().limit(SHOWN).map(this::hit).toList();
    var reasons = new ArrayList<String>();
    if (!same.isEmpty()) {
      reasons.add("exact phrase");
    }
    matched(question, hits).ifPresent(reasons::add);
    var why = new Explanation(question.core(), threshold, hits, reasons);
    return reaches(hits, threshold)
        ? decide(hits, questions.rivalry(), why)
        : fromAnswers(question, query, why);
  }

  /// The rows that have the question word for word; those in its language before any other.
  private List<Scored> sameWords(Reading question, Optional<Locale> language) {
    var same =
        exact.getOrDefault(question.folded(), exact.getOrDefault(question.core(), List.of()));
    var spoken =
        same.stream()
            .filter(one -> language.filter(it -> speaks(rows.get(one.row()), it)).isPresent())
            .toList();
    return spoken.isEmpty() ? same : spoken;
  }

  private static boolean speaks(Row row, Locale language) {
    return row.language().getLanguage().equals(language.getLanguage());
  }

  /// Which of the question's words the best row's phrase has too.
  private Optional<String> matched(Reading question, List<Hit> hits) {
    if (hits.isEmpty()) {
      return Optional.empty();
    }
    var analysis = new Analysis(hits.getFirst().row().language());
    var phrase =
        new HashSet<>(analysis.stems(Reading.of(hits.getFirst().phrase(), symbols).words()));
    var words = question.words();
    var stems = analysis.stems(words);
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
    var found = texts.score(question, query.language());
    var hits = found.stream().limit(SHOWN).map(this::hit).toList();
    boolean reached = reaches(hits, texts.threshold());
    if (!reached && !phrases.candidates().isEmpty()) {
      return new Retrieval.Nothing(phrases);
    }
    var reasons = List.of("no phrase fits", "by the answer's text");
    var why = new Explanation(phrases.normalized(), texts.threshold(), hits, reasons);
    return reached ? decide(hits, texts.rivalry(), why) : new Retrieval.Nothing(why);
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

  private Hit hit(Scored scored) {
    return new Hit(rows.get(scored.row()), scored.score(), scored.phrase());
  }

  @Override
  public void close() {
    questions.close();
    answers.join().close();
  }
}
