package dev.relevo.eval.gap;

import dev.relevo.eval.dataset.GeneratedMatrix;
import dev.relevo.knowledge.gap.Decision;
import dev.relevo.knowledge.gap.Editing;
import dev.relevo.knowledge.gap.Fact;
import dev.relevo.knowledge.gap.Gaps;
import dev.relevo.knowledge.matrix.Matrices;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import javax.sql.DataSource;
import org.springframework.transaction.PlatformTransactionManager;

/// Questions that nothing answered, one after the other, each in a transaction of its own, in
/// groups of up to some hundreds that ask about the same.
final class ManyQuestions {

  private static final int WAYS_TO_ASK = 50;
  private static final int PART = 5_000;

  private final Gaps gaps;
  private final long workspace;
  private final long contact;

  ManyQuestions(
      DataSource source, PlatformTransactionManager transactions, long workspace, long contact) {
    var matrices = new Matrices(source, transactions);
    gaps = new Gaps(source, transactions, matrices, _ -> Map.of(), new NoDraft());
    this.workspace = workspace;
    this.contact = contact;
  }

  void run(int size, PrintWriter out) {
    var questions = questions(size);
    for (int from = 0; from < questions.size(); from += PART) {
      int to = Math.min(questions.size(), from + PART);
      long start = System.nanoTime();
      for (int question = from; question < to; question++) {
        gaps.learn(List.of(unanswered(question + 1, questions.get(question))));
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      out.println(
          String.format(
              Locale.ROOT,
              "questions %d to %d: %.0f a second, %d groups",
              from + 1,
              to,
              (to - from) / seconds,
              gaps.open(workspace)));
      out.flush();
    }
  }

  private static List<String> questions(int size) {
    var rows = GeneratedMatrix.of(1 + size / WAYS_TO_ASK, WAYS_TO_ASK, 1).matrix().rows();
    var questions = new ArrayList<>(rows.stream().flatMap(row -> row.phrases().stream()).toList());
    Collections.shuffle(questions, new Random(1));
    return questions.subList(0, Math.min(size, questions.size()));
  }

  private Fact unanswered(long message, String text) {
    var at = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(60 * message);
    var question =
        new Fact.Question(
            workspace,
            contact,
            OptionalLong.empty(),
            message,
            text,
            "es",
            true,
            LocalDate.ofInstant(at, ZoneOffset.UTC),
            at);
    return new Fact.Decided(question, Decision.FALLBACK, "", List.of(), 0.1, 0.5, 1, message);
  }

  /// Gaps are only counted here, not filled.
  private static final class NoDraft implements Editing {

    @Override
    public String addRow(long workspace, By by, NewRow row) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<String> addVariants(long workspace, By by, String row, List<String> variants) {
      return Optional.empty();
    }

    @Override
    public List<Found> search(long workspace, String words, int limit) {
      return List.of();
    }
  }
}
