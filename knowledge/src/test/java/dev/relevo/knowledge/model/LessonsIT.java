package dev.relevo.knowledge.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.relevo.knowledge.KnowledgeDatabase;
import dev.relevo.knowledge.matrix.Matrices;
import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import dev.relevo.knowledge.retriever.Query;
import dev.relevo.knowledge.retriever.Retrieval;
import dev.relevo.knowledge.retriever.Settings;
import dev.relevo.knowledge.retriever.TrainedRetriever;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

class LessonsIT {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  private final DataSourceTransactionManager transactions =
      new DataSourceTransactionManager(KnowledgeDatabase.dataSource());
  private final Models models = new Models(KnowledgeDatabase.dataSource(), transactions);
  private final Matrices matrices = new Matrices(KnowledgeDatabase.dataSource(), transactions);
  private final long workspace = KnowledgeDatabase.newWorkspace();
  private final CountingSchool school = new CountingSchool();
  private final Lessons lessons = lessons(school);

  @Test
  void aDraftThatWasCheckedAndTriedIsNotLearntAgainWhenItIsPublished() {
    var draft = matrix();
    var checked = lessons.of(workspace, draft);
    assertThat(lessons.of(workspace, draft)).isSameAs(checked);

    var live = lessons.of(workspace, published(draft), draft);

    assertThat(live).isSameAs(checked);
    assertThat(school.whole).hasSize(1);
    assertThat(school.changed).isEmpty();
    assertThat(school.recalled).isEmpty();
  }

  @Test
  void ofADraftThatDiffersInARowOnlyThatIsLearnt() {
    var live = lessons.of(workspace, published(matrix()), matrix());
    var draft = with(matrix(), 3, "¿Abren los domingos?");

    var changed = lessons.of(workspace, draft);
    var back = lessons.of(workspace, matrix());

    assertThat(found(changed, "abren los domingos")).isEqualTo("R3");
    assertThat(back).as("what is published is still there").isSameAs(live);
    assertThat(school.whole).containsExactly(matrix());
    assertThat(school.changed).containsExactly(draft);
  }

  @Test
  void aDraftThatDiffersInMuchIsLearntAsAWhole() {
    lessons.of(workspace, matrix());
    var draft = matrix();
    for (int row = 0; row < 5; row++) {
      draft = with(draft, row, "otra pregunta número " + row);
    }
    lessons.of(workspace, draft);
    assertThat(school.whole).containsExactly(matrix(), draft);
    assertThat(school.changed).isEmpty();
  }

  @Test
  void manySmallChangesAreOneGreatChangeInTheEnd() {
    var draft = matrix();
    for (int row = 0; row < 5; row++) {
      lessons.of(workspace, draft);
      draft = with(draft, row, "otra pregunta número " + row);
    }
    lessons.of(workspace, draft);
    assertThat(school.changed).as("until one row of ten has changed").hasSize(4);
    assertThat(school.whole).containsExactly(matrix(), draft);
  }

  @Test
  void whatWasLearntOfAVersionIsReadByTheNextReplica() {
    int version = published(matrix());
    var one = lessons.of(workspace, version, matrix());
    var other = new CountingSchool();

    var read = lessons(other).of(workspace, version, matrix());

    assertThat(other.whole).isEmpty();
    assertThat(other.recalled).hasSize(1);
    var query = Query.of("cuanto cuesta el producto 7");
    assertThat(read.retrieve(query)).isEqualTo(one.retrieve(query));
  }

  @Test
  void whoeverAsksForRowsThatAreBeingLearntWaitsForThem() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<TrainedRetriever> asking = () -> lessons.of(workspace, matrix());
      var learnt = new ArrayList<TrainedRetriever>();
      for (var asked : threads.invokeAll(List.of(asking, asking, asking, asking))) {
        learnt.add(asked.get());
      }
      assertThat(learnt).containsOnly(learnt.getFirst());
    }
    assertThat(school.whole).hasSize(1);
  }

  @Test
  void whatFailedIsLearntByTheNextWhoAsks() {
    var failing = new Failing();
    var again = lessons(failing);
    assertThatThrownBy(() -> again.of(workspace, matrix())).hasMessage("no room");
    failing.fails = false;
    assertThat(found(again.of(workspace, matrix()), "cuanto cuesta el producto 7")).isEqualTo("R7");
  }

  private static final class Failing implements School {

    private final School school = new Schooling(Settings.USUAL);
    private boolean fails = true;

    @Override
    public TrainedRetriever learn(Matrix matrix) {
      if (fails) {
        throw new IllegalStateException("no room");
      }
      return school.learn(matrix);
    }

    @Override
    public TrainedRetriever learn(TrainedRetriever before, Matrix matrix) {
      return school.learn(before, matrix);
    }

    @Override
    public TrainedRetriever recall(Matrix matrix, InputStream model) throws IOException {
      return school.recall(matrix, model);
    }
  }

  private Lessons lessons(School other) {
    return new Lessons(other, models, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private int published(Matrix matrix) {
    return matrices.publish(workspace, matrix, "Ana", "", NOW);
  }

  private static String found(TrainedRetriever retriever, String asked) {
    return retriever.retrieve(Query.of(asked)) instanceof Retrieval.Found found
        ? found.hit().row().id().value()
        : "";
  }

  /// Forty rows, so that four may change.
  private static Matrix matrix() {
    return new Matrix(
        IntStream.range(0, 40)
            .mapToObj(it -> row(it, "¿Cuánto cuesta el producto " + it + "?"))
            .toList());
  }

  private static Row row(int number, String question) {
    return Row.answering(
        new RowId("R" + number), Locale.of("es"), question, List.of(), "Cuesta " + number + ".");
  }

  private static Matrix with(Matrix matrix, int number, String question) {
    var rows = new ArrayList<>(matrix.rows());
    rows.set(number, row(number, question));
    return new Matrix(rows);
  }
}
