package dev.relevo.bot.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.crm.TestCrm;
import dev.relevo.knowledge.Knowledge;
import dev.relevo.knowledge.draft.Drafts;
import dev.relevo.knowledge.draft.Edit;
import dev.relevo.knowledge.draft.Editor;
import dev.relevo.knowledge.fetch.FetchLimits;
import dev.relevo.knowledge.fetch.Fetcher;
import dev.relevo.knowledge.fetch.Reach;
import dev.relevo.knowledge.matrix.Matrices;
import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.SampleMatrix;
import dev.relevo.knowledge.model.Lessons;
import dev.relevo.knowledge.model.Models;
import dev.relevo.knowledge.model.School;
import dev.relevo.knowledge.replay.RowTests;
import dev.relevo.knowledge.retriever.Settings;
import dev.relevo.knowledge.retriever.TrainedRetriever;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;

class ReviewIT {

  private final TestCrm crm = new TestCrm();
  private final DataSource dataSource = crm.bean(DataSource.class);
  private final PlatformTransactionManager transactions =
      crm.bean(PlatformTransactionManager.class);
  private final Matrices matrices = new Matrices(dataSource, transactions);
  private final Drafts drafts = new Drafts(dataSource, transactions, matrices, crm.clock());
  private final Counting school = new Counting();
  private final Lessons lessons =
      new Lessons(school, new Models(dataSource, transactions), crm.clock());
  private final Fetcher fetcher = new Fetcher(FetchLimits.DEFAULT, Reach.ofInternet(Reach.WEB));
  private final Review review =
      new Review(crm.workspaces(), drafts, new RowTests(dataSource, crm.clock()), lessons, fetcher);

  @AfterEach
  void close() throws IOException {
    fetcher.close();
  }

  @Test
  void aDraftThatWasReviewedIsLearntNeitherForItsNextReviewNorForItsPublication() {
    publish(SampleMatrix.load(Locale.of("es")));
    lessons.of(workspace(), 1, published());
    assertThat(school.whole).hasSize(1);

    edit(drafts.snapshot(workspace()).matrix().rows().getFirst());
    var reviewed = review.now(crm.workspace());
    assertThat(review.now(crm.workspace())).isSameAs(reviewed);
    publish(drafts.snapshot(workspace()).matrix().forPublication());
    lessons.of(workspace(), 2, published());

    assertThat(school.whole).as("learnt as a whole").hasSize(1);
    assertThat(school.changed).as("learnt in one row").hasSize(1);
  }

  private void publish(Matrix matrix) {
    matrices.publish(workspace(), matrix, "Ana", "", crm.clock().instant());
  }

  private Matrix published() {
    return matrices.published(workspace()).orElseThrow().matrix().forPublication();
  }

  private void edit(Row row) {
    var asked = new ArrayList<>(row.variants());
    asked.add("una manera más de preguntarlo");
    long seen = drafts.revision(workspace());
    drafts.apply(
        workspace(),
        new Editor(1, "Ana"),
        Edit.of(new Edit.Step.Put(row.withVariants(asked), seen)));
  }

  private long workspace() {
    return crm.workspace().value();
  }

  /// Learns as usual and counts.
  private static final class Counting implements School {

    private final List<Matrix> whole = new ArrayList<>();
    private final List<Matrix> changed = new ArrayList<>();

    @Override
    public TrainedRetriever learn(Matrix matrix) {
      whole.add(matrix);
      return Knowledge.retriever(matrix);
    }

    @Override
    public TrainedRetriever learn(TrainedRetriever before, Matrix matrix) {
      changed.add(matrix);
      return before.with(matrix);
    }

    @Override
    public TrainedRetriever recall(Matrix matrix, InputStream model) throws IOException {
      return Knowledge.open(matrix, model, Settings.USUAL);
    }
  }
}
