package dev.relevo.knowledge.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.relevo.knowledge.KnowledgeDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class MatricesIT {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private static final DataSource DATABASE = KnowledgeDatabase.dataSource();

  private final DataSourceTransactionManager transactions =
      new DataSourceTransactionManager(DATABASE);
  private final Matrices matrices = new Matrices(DATABASE, transactions);
  private final long workspace = KnowledgeDatabase.newWorkspace();

  @Test
  void nothingIsPublishedAtFirst() {
    assertThat(matrices.published(workspace)).isEmpty();
    assertThat(matrices.publishedNumber(workspace)).isEmpty();
    assertThat(matrices.history(workspace)).isEmpty();
  }

  @Test
  void whatIsPublishedIsReadBackEqual() {
    for (int seed = 0; seed < 100; seed++) {
      var matrix = new AnyMatrix(seed).matrix();

      int number = matrices.publish(workspace, matrix, "ana@example.com", "", NOON);

      assertThat(matrices.published(workspace))
          .describedAs("seed %s", seed)
          .contains(
              new Matrices.Published(number, matrix.forPublication(), NOON, "ana@example.com"));
    }
  }

  @Test
  void versionsCountFromOneInEachWorkspaceAndStayAsTheyWere() {
    var other = KnowledgeDatabase.newWorkspace();
    assertThat(matrices.publish(workspace, greeting("hola"), "ana", "primera", NOON)).isEqualTo(1);
    assertThat(matrices.publish(workspace, greeting("buenas"), "luis", "", NOON.plusSeconds(60)))
        .isEqualTo(2);
    assertThat(matrices.publish(other, greeting("otra"), "eva", "", NOON)).isEqualTo(1);

    assertThat(matrices.publishedNumber(workspace)).contains(2);
    assertThat(matrices.version(workspace, 1).orElseThrow().matrix())
        .isEqualTo(greeting("hola").forPublication());
    assertThat(matrices.version(workspace, 3)).isEmpty();
    assertThat(matrices.history(workspace))
        .containsExactly(
            new MatrixVersion(2, NOON.plusSeconds(60), "luis", "", 1),
            new MatrixVersion(1, NOON, "ana", "primera", 1));
    assertThat(matrices.published(other).orElseThrow().matrix())
        .isEqualTo(greeting("otra").forPublication());
  }

  @Test
  void ofTwoWhoPublishTheFirstVersionAtOnceOneDoes() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Boolean> publishing =
          () -> matrices.publishFirst(workspace, greeting("hola"), "relevo", "", NOON);
      var both = threads.invokeAll(List.of(publishing, publishing));
      assertThat(List.of(both.getFirst().get(), both.getLast().get()))
          .containsExactlyInAnyOrder(true, false);
    }
    assertThat(matrices.publishedNumber(workspace)).contains(1);
  }

  @Test
  void aVersionLeavesOutWhatTheBotMayNotSay() {
    var rows = new ArrayList<>(greeting("hola").rows());
    rows.add(
        Row.answering(new RowId("R"), Locale.of("es"), "adiós", List.of(), "chao")
            .withState(RowState.TO_DELETE));
    matrices.publish(workspace, new Matrix(rows), "ana", "", NOON);

    assertThat(matrices.published(workspace).orElseThrow().matrix().rows())
        .extracting(row -> row.id().value(), Row::state)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("SALUDO", RowState.PROGRAMMED));
    assertThatThrownBy(() -> matrices.publish(workspace, new Matrix(List.of()), "ana", "", NOON))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void publishingJoinsAnOpenTransactionAndIsUndoneWithIt() {
    new TransactionTemplate(transactions)
        .executeWithoutResult(status -> {
          matrices.publish(workspace, greeting("hola"), "ana", "", NOON);
          status.setRollbackOnly();
        });

    assertThat(matrices.published(workspace)).isEmpty();
  }

  @Test
  void anUnknownWorkspacePublishesNothing() {
    assertThatThrownBy(() -> matrices.publish(-1, greeting("hola"), "ana", "", NOON))
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void thoseWhoPublishAtTheSameTimeGetDifferentNumbers() throws Exception {
    var publishing = new ArrayList<Callable<Integer>>();
    for (int count = 0; count < 20; count++) {
      publishing.add(() -> matrices.publish(workspace, greeting("hola"), "ana", "", NOON));
    }
    try (var people = Executors.newFixedThreadPool(10)) {
      var numbers = new ArrayList<Integer>();
      for (var done : people.invokeAll(publishing)) {
        numbers.add(done.get());
      }
      assertThat(numbers).doesNotHaveDuplicates().hasSize(20);
    }
    assertThat(matrices.publishedNumber(workspace)).contains(20);
  }

  @Test
  void manyThousandRowsArePublishedInTheirOrder() {
    var rows = new ArrayList<Row>();
    for (int row = 0; row < 2_500; row++) {
      rows.add(
          Row.answering(new RowId("R" + row), Locale.of("es"), "pregunta " + row, List.of(), "r"));
    }
    var matrix = new Matrix(rows);

    matrices.publish(workspace, matrix, "ana", "", NOON);

    assertThat(matrices.published(workspace).orElseThrow().matrix())
        .isEqualTo(matrix.forPublication());
  }

  private static Matrix greeting(String question) {
    return new Matrix(
        List.of(
            Row.answering(
                new RowId("SALUDO"), Locale.of("es"), question, List.of("hey"), "¡Bienvenida!")));
  }
}
