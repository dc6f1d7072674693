package dev.relevo.knowledge.pgvector;

import dev.relevo.knowledge.retriever.CandidateIndex;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import javax.sql.DataSource;
import org.springframework.ai.vectorstore.filter.Filter;
import org.springframework.ai.vectorstore.filter.FilterExpressionBuilder;
import org.springframework.ai.vectorstore.pgvector.PgVectorStore;
import org.springframework.ai.vectorstore.pgvector.PgVectorStore.PgDistanceType;
import org.springframework.ai.vectorstore.pgvector.PgVectorStore.PgIndexType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/// Indexes in one table that several machines share. Needs the extensions `vector`, `hstore` and
/// `uuid-ossp`.
@Repository
public final class PgvectorIndexes {

  static final String NAME = "name";
  static final String TEXTS = "texts";

  /// What no machine has used for so long is forgotten: long enough to learn the largest version
  /// while the one before still answers.
  private static final Duration UNUSED = Duration.ofHours(1);

  private final PgVectorStore store;
  private final UseTable uses;
  private final TransactionTemplate transaction;

  /// The indexes that somebody in this process still has.
  private final Set<PgvectorIndex> held =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  /// @param dataSource whose role reads and writes rows of the table that [#prepare] made
  /// @param dimensions of the dense tier's vectors; another number needs another table
  public PgvectorIndexes(DataSource dataSource, int dimensions) {
    store = store(dataSource, dimensions, false);
    uses = new UseTable(dataSource);
    transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
  }

  /// Makes the extensions and the table unless they are there.
  ///
  /// @param owner whose role may
  /// @throws org.springframework.dao.DataAccessException when it may not, or the database lacks the
  ///   extensions
  public static void prepare(DataSource owner, int dimensions) {
    store(owner, dimensions, true);
    UseTable.make(owner);
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

  /// Makes indexes under a name. Whoever makes one of the same texts finds it filled.
  ///
  /// @param name tells these indexes apart from others in the same table
  public CandidateIndex.Maker of(String name) {
    return new CandidateIndex.Maker() {
      @Override
      public CandidateIndex over(List<CandidateIndex.Text> texts) {
        return filled(new PgvectorIndex(PgvectorIndexes.this, name, texts));
      }

      @Override
      public void tend() {
        PgvectorIndexes.this.tend(UNUSED);
      }
    };
  }

  PgVectorStore store() {
    return store;
  }

  /// Its use is told first, so that nobody forgets what is just being filled.
  PgvectorIndex filled(PgvectorIndex index) {
    held.add(index);
    uses.touch(index.name(), index.fingerprint());
    index.fill();
    return index;
  }

  /// Removes the vectors that no machine has used for so long. Those that are used are told of in
  /// one order, so that two machines at once do not wait for each other.
  void tend(Duration unused) {
    var inOrder =
        List.copyOf(held).stream()
            .sorted(
                Comparator.comparing(PgvectorIndex::name).thenComparing(PgvectorIndex::fingerprint))
            .toList();
    transaction.executeWithoutResult(_ -> {
      inOrder.forEach(it -> uses.touch(it.name(), it.fingerprint()));
      uses.deleteUnused(unused).forEach(it -> store.delete(of(it.name(), it.texts())));
    });
  }

  /// Only the vectors of one index.
  static Filter.Expression of(String name, String texts) {
    var filter = new FilterExpressionBuilder();
    return filter.and(filter.eq(NAME, name), filter.eq(TEXTS, texts)).build();
  }
}
