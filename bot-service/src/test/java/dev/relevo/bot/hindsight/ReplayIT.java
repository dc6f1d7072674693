package dev.relevo.bot.hindsight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.TestBot;
import dev.relevo.crm.TestCrm;
import dev.relevo.crm.TestDatabase;
import dev.relevo.crm.conversation.Conversations;
import dev.relevo.knowledge.Knowledge;
import dev.relevo.knowledge.gap.Decision;
import dev.relevo.knowledge.gap.Editing;
import dev.relevo.knowledge.gap.Fact;
import dev.relevo.knowledge.gap.Gaps;
import dev.relevo.knowledge.matrix.Matrices;
import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import dev.relevo.knowledge.replay.Change;
import dev.relevo.knowledge.replay.Replay;
import dev.relevo.knowledge.replay.RowTests;
import dev.relevo.knowledge.replay.Run;
import dev.relevo.knowledge.replay.Working;
import dev.relevo.knowledge.retriever.Retriever;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/// Past questions asked of a draft, in the background.
class ReplayIT {

  private static final Row HOURS =
      row("HOR-1", "¿A qué hora abren?", "A las nueve.", "horario de apertura");
  private static final Row BIKES =
      row("BIC-1", "¿Alquilan bicicletas?", "Sí, por horas.", "alquiler de bicicletas");

  private final TestCrm crm = new TestCrm();
  private final PlatformTransactionManager transactions =
      new JdbcTransactionManager(TestDatabase.dataSource());
  private final Matrices matrices = new Matrices(TestDatabase.dataSource(), transactions);
  private final Gaps gaps =
      new Gaps(
          TestDatabase.dataSource(),
          transactions,
          matrices,
          new CustomersWords(crm.bean(Conversations.class)),
          new NoEditing());
  private final RowTests tests = new RowTests(TestDatabase.dataSource(), crm.clock());
  private final long workspace = crm.workspace().value();

  @Test
  void listsWhatTheDraftWouldChangeAndRemembersWhatWasJudged() {
    matrices.publish(workspace, new Matrix(List.of(HOURS)), "Ana", "", crm.clock().instant());
    asked("alquiler de bicicletas");
    asked("Alquiler de bicicletas!");
    asked("horario de apertura");
    var replay = replay(new Matrix(List.of(HOURS, BIKES)), Knowledge::retriever);

    var run = done(replay, replay.start(workspace, 500, "Ana").orElseThrow());
    assertThat(run.state()).isEqualTo(Run.State.DONE);
    assertThat(run.revision()).isEqualTo(7);
    assertThat(run.questions()).isEqualTo(2);
    assertThat(run.same()).isEqualTo(1);
    assertThat(run.kinds()).containsExactly(Map.entry(Change.Kind.NOW_ANSWERED, 1));

    var change = changes(replay, run).getFirst();
    assertThat(change.times()).isEqualTo(2);
    assertThat(change.verdict()).isEqualTo(Change.Verdict.JUDGE);
    assertThat(replay.judge(workspace, "Ana", run.id(), change.position(), Replay.Says.AFTER))
        .hasValueSatisfying(it -> assertThat(it.verdict()).isEqualTo(Change.Verdict.BETTER));

    var again = done(replay, replay.start(workspace, 500, "Ana").orElseThrow());
    assertThat(changes(replay, again))
        .extracting(Change::verdict)
        .containsExactly(Change.Verdict.BETTER);
  }

  @Test
  void runsOneAtATimeAndStopsWhenItIsTold() throws Exception {
    matrices.publish(workspace, new Matrix(List.of(HOURS)), "Ana", "", crm.clock().instant());
    asked("horario de apertura");
    var training = new CountDownLatch(1);
    var replay =
        replay(
            new Matrix(List.of(HOURS)),
            matrix -> {
              try {
                training.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              return Knowledge.retriever(matrix);
            });
    var run = replay.start(workspace, 500, "Ana").orElseThrow();
    assertThat(replay.start(workspace, 500, "Eva")).isEmpty();
    assertThat(replay.cancel(workspace, run)).isTrue();
    training.countDown();
    assertThat(replay.cancel(workspace, run)).as("it had ended").isFalse();
    assertThat(replay.find(workspace, run).map(Run::state)).hasValue(Run.State.CANCELLED);
    assertThat(changes(replay, replay.find(workspace, run).orElseThrow())).isEmpty();
  }

  @Test
  void namesTheTestQuestionsThatFail() {
    tests.add(workspace, new RowTests.Test(0, "HOR-1", "horario de apertura", "es", "Ana"));
    tests.add(workspace, new RowTests.Test(0, "BIC-1", "¿Alquilan bicicletas?", "es", "Ana"));
    tests.add(workspace, new RowTests.Test(0, "", "venden helados de mora", "es", "Ana"));
    var retriever = Knowledge.retriever(new Matrix(List.of(HOURS)));
    assertThat(RowTests.failing(tests.all(workspace), retriever))
        .extracting(it -> it.test().row())
        .containsExactly("BIC-1");
  }

  private void asked(String text) {
    var who = crm.aContact();
    var heard = who.says(text);
    var message = crm.conversations().message(heard.message()).orElseThrow();
    var question =
        new Fact.Question(
            workspace,
            who.id().value(),
            OptionalLong.of(message.conversation().orElseThrow().value()),
            message.id().value(),
            text,
            "es",
            true,
            LocalDate.EPOCH,
            message.at());
    gaps.learn(
        List.of(
            new Fact.Decided(
                question, Decision.FALLBACK, "", List.of(), 0.1, 0.5, 1, message.id().value())));
  }

  private Replay replay(Matrix draft, Function<Matrix, Retriever> training) {
    Working working = _ -> Optional.of(new Working.Snapshot(7, draft));
    return new Replay(
        TestDatabase.dataSource(),
        transactions,
        new Replay.Sources(gaps, matrices, working, tests, (_, rows) -> training.apply(rows)),
        crm.clock());
  }

  private Run done(Replay replay, long run) {
    TestBot.await(
        "the end of the replay",
        () -> replay.find(workspace, run).filter(it -> it.ended().isPresent()).isPresent());
    return replay.find(workspace, run).orElseThrow();
  }

  private List<Change> changes(Replay replay, Run run) {
    return replay.changes(workspace, run.id(), Optional.empty(), Optional.empty());
  }

  private static Row row(String id, String question, String answer, String variant) {
    return Row.answering(new RowId(id), Locale.of("es"), question, List.of(variant), answer);
  }

  private static final class NoEditing implements Editing {
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
