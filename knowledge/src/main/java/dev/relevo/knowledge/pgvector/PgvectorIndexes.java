package dev.relevo.knowledge.pgvector;

import dev.relevo.knowledge.retriever.CandidateIndex;
import javax.sql.DataSource;
import org.springframework.ai.vectorstore.filter.FilterExpressionBuilder;
import org.springframework.ai.vectorstore.pgvector.PgVectorStore;
import org.springframework.ai.vectorstore.pgvector.PgVectorStore.PgDistanceType;
import org.springframework.ai.vectorstore.pgvector.PgVectorStore.PgIndexType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Indexes in one table that several machines share. Needs the extensions `vector`, `hstore` and
/// `uuid-ossp`.
@Repository
public final class PgvectorIndexes {

  static final String NAME = "name";

  private final PgVectorStore store;

  /// @param dataSource whose role reads and writes rows of the table that [#prepare] made
  /// @param dimensions of the dense tier's vectors; another number needs another table
  public PgvectorIndexes(DataSource dataSource, int dimensions) {
    store = store(dataSource, dimensions, false);
  }

  /// Makes the extensions and the table unless they are there.
  ///
  /// @param owner whose role may
  /// @throws org.springframework.dao.DataAccessException when it may not, or the database lacks the
  ///   extensions
  public static void prepare(DataSource owner, int dimensions) {
    store(owner, dimensions, true);
  }

  private static PgVectorStore store(DataSource dataSource, int dimensions, boolean makesTable) {
    var store =
        PgVectorStore.builder(new JdbcTemplate(dataSource), new Given(dimensions))
            .schemaName("knowledge")
            .vectorTableName("phrase_meaning_" + dimensions)
            .dimensions(dimensions)
            .distanceType(PgDistanceType.COSINE_DISTANCE)
            .indexType(PgIndexType.NONE)
            .initializeSchema(makesTable)
            .build();
    store.afterPropertiesSet();
    return store;
  }

  /// Makes the indexes of one version. Whoever makes one of the same texts finds it filled.
  ///
  /// @param name tells the version apart from all others of all workspaces
  public CandidateIndex.Maker of(String name) {
    return texts -> PgvectorIndex.over(store, name, texts);
  }

  /// Removes what was stored for a version that no machine answers from any more.
  public void forget(String name) {
    store.delete(new FilterExpressionBuilder().eq(NAME, name).build());
  }
}
