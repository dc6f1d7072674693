package dev.relevo.knowledge.pgvector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.relevo.knowledge.embedding.Embedder;
import dev.relevo.knowledge.embedding.WordEmbedder;
import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.retriever.CandidateIndex;
import dev.relevo.knowledge.retriever.RetrieverContract;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Against a real PostgreSQL with the extension. Without one the tests are skipped, on CI they
/// fail.
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
  void sharesWhatIsTheSameAndForgetsWhatIsOver() {
    indexes.forget("workspace 1 version 1");
    long none = stored();
    var one = over(shop());
    var other = over(shop());
    long once = stored();
    assertThat(once - none)
        .isEqualTo(shop().rows().stream().mapToLong(it -> it.phrases().size()).sum());
    one.with(aMatrixWithOneRowLess());
    assertThat(stored()).isGreaterThan(once);
    assertThat(found(other, "donde esta mi pedido").hit().row().id().value()).isEqualTo("RASTREO");
    indexes.forget("workspace 1 version 1");
    assertThat(stored()).isEqualTo(none);
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
