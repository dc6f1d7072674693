package dev.relevo.knowledge.pgvector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.relevo.knowledge.Knowledge;
import dev.relevo.knowledge.embedding.Embedder;
import dev.relevo.knowledge.embedding.WordEmbedder;
import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.retriever.Aim;
import dev.relevo.knowledge.retriever.CandidateIndex;
import dev.relevo.knowledge.retriever.RetrieverContract;
import dev.relevo.knowledge.retriever.Settings;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Against a real PostgreSQL with the extension. Without one the tests are skipped, on CI they
/// fail.
@Tag("long")
class PgvectorRetrieverIT extends RetrieverContract {

  private static PgvectorServer server;
  private static PgvectorIndexes indexes;

  @BeforeAll
  static void start() throws Exception {
    var debian = PgvectorServer.prepared();
    if ("true".equals(System.getenv("CI"))) {
      assertThat(debian).as("RELEVO_PGVECTOR names a PostgreSQL with pgvector").isPresent();
    }
    assumeTrue(debian.isPresent(), "no PostgreSQL with pgvector: RELEVO_PGVECTOR names none");
    server = PgvectorServer.start(debian.get());
    PgvectorIndexes.prepare(server.dataSource(), WordEmbedder.DIMENSIONS);
    indexes = new PgvectorIndexes(server.dataSource(), WordEmbedder.DIMENSIONS);
  }

  @AfterAll
  static void stop() throws Exception {
    if (server != null) {
      server.stop();
    }
  }

  @Override
  protected Optional<CandidateIndex.Maker> index() {
    return Optional.of(indexes.of("workspace 1 version 1"));
  }

  @Override
  protected Optional<Embedder> dense() {
    return Optional.of(new WordEmbedder());
  }

  @Test
  void sharesWhatIsTheSame() {
    var one = over(shop());
    var other = over(shop());
    long once = stored();
    one.with(aMatrixWithOneRowLess());
    assertThat(stored()).isGreaterThan(once);
    assertThat(found(other, "donde esta mi pedido").hit().row().id().value()).isEqualTo("RASTREO");
    over(shop());
    over(aMatrixWithOneRowLess());
    assertThat(stored()).isLessThanOrEqualTo(2 * once);
  }

  @Test
  void whatNoMachineUsesAnyMoreIsForgotten() {
    indexes.tend(Duration.ZERO);
    var gone = new PgvectorIndexes(server.dataSource(), WordEmbedder.DIMENSIONS);
    Knowledge.retriever(aMatrixWithOneRowLess(), settings(gone));
    long before = stored();
    var here = new PgvectorIndexes(server.dataSource(), WordEmbedder.DIMENSIONS);
    var kept = Knowledge.retriever(shop(), settings(here));
    long phrases = shop().rows().stream().mapToLong(it -> it.phrases().size()).sum();

    here.tend(Duration.ofHours(1));
    assertThat(stored()).as("a machine may yet answer from them").isGreaterThan(before);
    here.tend(Duration.ZERO);
    assertThat(stored()).isEqualTo(phrases);
    assertThat(found(kept, "donde esta mi pedido").hit().row().id().value()).isEqualTo("RASTREO");
  }

  private static Settings settings(PgvectorIndexes some) {
    return new Settings(Aim.USUAL, Optional.of(new WordEmbedder()), Optional.of(some.of("test")));
  }

  private static Matrix aMatrixWithOneRowLess() {
    var rows = shop().rows();
    return new Matrix(rows.subList(0, rows.size() - 1));
  }

  private static long stored() {
    return JdbcClient.create(server.dataSource())
        .sql("SELECT count(*) FROM knowledge.phrase_meaning_" + WordEmbedder.DIMENSIONS)
        .query(Long.class)
        .single();
  }
}
