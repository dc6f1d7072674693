package dev.relevo.knowledge.retriever;

import dev.relevo.knowledge.matrix.Matrix;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/// Makes retrievers of matrices. Takes all but one of the machine's cores, so that answers do not
/// wait for it.
public final class Training {

  /// A preset is chosen after so many folds.
  private static final int FOLDS_TO_CHOOSE = 4;

  /// A larger matrix is tried in one fold, with the usual preset.
  private static final int LARGE = 5_000;

  private final Settings settings;
  private final Learning learning;
  private final Meanings meanings;

  /// @param index for matrices too large to be considered whole
  public Training(Settings settings, CandidateIndex.Maker index) {
    this.settings = settings;
    this.learning = new Learning(index, settings.shared());
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
      var trials = new Trials(phrases);
      var preset = Preset.ALL.getFirst();
      var tried = new HashMap<Preset, List<Trial>>();
      if (phrases.size() <= LARGE) {
        Preset.ALL.forEach(
            one -> tried.put(one, tried(trials, IntStream.range(0, FOLDS_TO_CHOOSE), one)));
        preset = best(tried);
        tried.get(preset).addAll(tried(trials, IntStream.range(FOLDS_TO_CHOOSE, Trials.FOLDS), preset));
      } else {
        tried.put(preset, tried(trials, IntStream.range(0, 1), preset));
      }
      var calibration = new Calibration(tried.getOrDefault(preset, List.of()));
      var scorer = learning.learn(phrases, preset);
      var lesson = new Lesson(rows, Dictionary.of(phrases), scorer, preset, calibration);
      return retriever(
          lesson, SpareCores.later(() -> Answers.of(rows.byNumber(), phrases)));
    });
  }

  private List<Trial> tried(Trials trials, IntStream folds, Preset preset) {
    return new java.util.ArrayList<>(
        trials.of(folds, phrases -> learning.inProcess().learn(phrases, preset)));
  }

  /// The preset under which the matrix's own phrases are told apart best; the first among equals.
  private static Preset best(Map<Preset, List<Trial>> tried) {
    var best = Preset.ALL.getFirst();
    double most = -1;
    for (var preset : Preset.ALL) {
      double discernment =
          new Calibration(tried.getOrDefault(preset, List.of())).discernment();
      if (discernment > most) {
        most = discernment;
        best = preset;
      }
    }
    return best;
  }

  private TrainedRetriever retriever(Lesson lesson, CompletableFuture<Answers> answers) {
    return new TrainedRetriever(this, settings, lesson, answers);
  }

  /// Learns what has changed: of a large matrix the changed rows and their neighbours, of a small
  /// one everything, for that takes no longer than a blink.
  TrainedRetriever retrain(
      Lesson before, CompletableFuture<Answers> answers, Matrix changed) {
    return SpareCores.run(() -> {
      var was = before.rows();
      var rows = was.with(changed);
      var scorer = before.scorer();
      var known = new HashMap<String, float[]>();
      scorer.likeness().known().forEach(it -> known.put(it.written(), it.vector().meaning()));
      var gone = was.without(rows);
      var old = was.phrases(gone, meanings.knowing(known));
      var come = rows.phrases(rows.without(was), meanings.knowing(known));
      var dictionary = before.dictionary().with(Set.copyOf(gone), old, come);
      var learnt =
          scorer.machine() instanceof RowMachines
              ? learning.relearn(scorer, Set.copyOf(gone), old, come)
              : learning.learn(
                  rows.phrases(rows.numbers(), meanings.knowing(known)), before.preset());
      var lesson = new Lesson(rows, dictionary, learnt, before.preset(), before.calibration());
      var added = rows.only(rows.without(was));
      return retriever(
          lesson, SpareCores.after(answers, it -> it.with(Set.copyOf(gone), added)));
    });
  }

  /// Reads what a retriever of the same matrix had learnt, in a fraction of the time learning took.
  ///
  /// @throws ModelUnfit when the matrix, the dense tier or the format is another
  public TrainedRetriever read(Matrix matrix, InputStream model) throws IOException {
    var file = ModelFile.read(matrix, meanings.name(), model);
    return SpareCores.run(() -> {
      var rows = file.rows();
      var phrases = rows.phrases(rows.numbers(), meanings.knowing(file.meanings()));
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
