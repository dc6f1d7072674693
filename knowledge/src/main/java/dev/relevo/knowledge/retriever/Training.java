package dev.relevo.knowledge.retriever;

import dev.relevo.knowledge.matrix.Matrix;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Makes retrievers of matrices. Takes all but one of the machine's cores, so that answers do not
/// wait for it.
public final class Training {

  /// A dense tier costs every question milliseconds. Where there are trials enough to tell, it must
  /// discern this much better than words alone; less may as well be chance.
  private static final double CLEARLY_BETTER = 0.05;

  private static final int ENOUGH_TO_TELL = 100;

  /// A preset is chosen after so many folds.
  private static final int FOLDS_TO_CHOOSE = 4;

  private final Settings settings;
  private final Learning learning;
  private final Meanings meanings;

  public Training(Settings settings) {
    this.settings = settings;
    this.learning = new Learning(settings.shared(), false);
    this.meanings = new Meanings(settings.dense());
  }

  /// Learns a matrix and chooses the threshold from it. Every row takes part: rows that are out of
  /// their dates or to be deleted are left out by whoever publishes.
  ///
  /// @throws dev.relevo.knowledge.embedding.EmbeddingFailed when the dense tier does not answer
  public TrainedRetriever train(Matrix matrix) {
    return SpareCores.run(() -> {
      var rows = Rows.of(matrix);
      var phrases = rows.phrases(rows.numbers(), meanings);
      var method = learning.of(phrases);
      var learnt = method.isLarge() ? large(phrases, method) : small(phrases, method);
      var lesson =
          new Lesson(
              rows, Dictionary.of(phrases), learnt.scorer(), learnt.preset(), learnt.calibration());
      return retriever(lesson, SpareCores.later(() -> Answers.of(rows.byNumber(), phrases)));
    });
  }

  private record Learnt(Scorer scorer, Preset preset, Calibration calibration) {}

  /// A large matrix is learnt once, under the usual preset, and tried with a sample of it.
  private Learnt large(List<Phrase> phrases, Learning method) {
    var preset = presets().getFirst();
    var scorer = method.inProcess().learn(phrases, preset);
    var trials = Sample.of(phrases).trials(scorer, method.inProcess());
    return new Learnt(method.handedOver(scorer), preset, new Calibration(trials));
  }

  private Learnt small(List<Phrase> phrases, Learning method) {
    var tried = tried(phrases, method);
    var scorer = method.learn(phrases, tried.preset());
    return new Learnt(scorer, tried.preset(), new Calibration(tried.trials()));
  }

  /// A preset and what came of the trials under it.
  private record Tried(Preset preset, List<Trial> trials) {

    double merit() {
      double discernment = new Calibration(trials).discernment();
      boolean mustBeClear = preset.meaning() > 0 && trials.size() >= ENOUGH_TO_TELL;
      return mustBeClear ? discernment - CLEARLY_BETTER : discernment;
    }

    Tried and(Tried more) {
      return new Tried(preset, Stream.concat(trials.stream(), more.trials.stream()).toList());
    }
  }

  /// Some folds under every preset, all folds under the one by which the matrix's own phrases are
  /// told apart best.
  private Tried tried(List<Phrase> phrases, Learning method) {
    var trials = new Trials(phrases);
    var best =
        presets().stream()
            .map(preset -> tried(trials, method, IntStream.range(0, FOLDS_TO_CHOOSE), preset))
            .reduce((one, other) -> other.merit() > one.merit() ? other : one)
            .orElseThrow();
    var rest = IntStream.range(FOLDS_TO_CHOOSE, Trials.FOLDS);
    return best.and(tried(trials, method, rest, best.preset()));
  }

  /// An index of others may know nothing but meanings.
  private List<Preset> presets() {
    return Preset.all(settings.dense().isPresent()).stream()
        .filter(it -> settings.dense().isEmpty() || settings.shared().isEmpty() || it.meaning() > 0)
        .toList();
  }

  private static Tried tried(Trials trials, Learning method, IntStream folds, Preset preset) {
    return new Tried(
        preset, trials.of(folds, phrases -> method.inProcess().learn(phrases, preset)));
  }

  private TrainedRetriever retriever(Lesson lesson, CompletableFuture<Answers> answers) {
    return new TrainedRetriever(this, settings, lesson, answers);
  }

  /// Learns what has changed: of a large matrix the changed rows and their neighbours, of a small
  /// one everything, for that takes no longer than a blink.
  TrainedRetriever retrain(Lesson before, CompletableFuture<Answers> answers, Matrix changed) {
    var was = before.rows();
    var rows = was.with(changed);
    var gone = was.without(rows);
    var come = rows.without(was);
    if (gone.isEmpty() && come.isEmpty()) {
      return retriever(before.about(rows), answers);
    }
    return SpareCores.run(() -> {
      var scorer = before.scorer();
      var meant = meanings.under(before.preset()).knowing(scorer.likeness().meanings());
      var old = was.phrases(gone, meant);
      var added = rows.phrases(come, meant);
      var learnt =
          scorer.machine() instanceof RowMachines
              ? learning.relearn(scorer, Set.copyOf(gone), old, added)
              : whole(rows.phrases(rows.numbers(), meant), before.preset());
      var dictionary = before.dictionary().with(Set.copyOf(gone), old, added);
      var lesson = new Lesson(rows, dictionary, learnt, before.preset(), before.calibration());
      return retriever(
          lesson, SpareCores.after(answers, it -> it.with(Set.copyOf(gone), rows.only(come))));
    });
  }

  private Scorer whole(List<Phrase> phrases, Preset preset) {
    return learning.of(phrases).learn(phrases, preset);
  }

  /// Reads what a retriever of the same matrix had learnt, in a fraction of the time learning took.
  ///
  /// @throws ModelUnfit when the matrix, the dense tier or the format is another
  public TrainedRetriever read(Matrix matrix, InputStream model) throws IOException {
    var file = ModelFile.read(matrix, meanings.name(), model);
    return SpareCores.run(() -> {
      var rows = file.rows();
      var meant = meanings.under(file.preset()).knowing(file.meanings());
      var phrases = rows.phrases(rows.numbers(), meant);
      var scorer = learning.recall(phrases, file);
      var lesson =
          new Lesson(rows, Dictionary.of(phrases), scorer, file.preset(), file.calibration());
      return retriever(lesson, SpareCores.later(() -> Answers.of(rows.byNumber(), phrases)));
    });
  }

  void write(Lesson lesson, OutputStream model) throws IOException {
    ModelFile.of(lesson).write(meanings.name(), model);
  }
}
