package dev.relevo.knowledge.pgvector;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.relevo.knowledge.retriever.CandidateIndex;
import dev.relevo.knowledge.retriever.Vector;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.ai.document.Document;
import org.springframework.ai.vectorstore.SearchRequest;
import org.springframework.ai.vectorstore.filter.FilterExpressionBuilder;
import org.springframework.ai.vectorstore.pgvector.PgVectorStore;

/// The meanings of texts, kept under the fingerprint of all of them together: machines that have
/// learnt the same share them, and a changed version never touches what another still reads.
///
/// The search is exact. An approximate index would be searched across all versions first and
/// filtered afterwards, and might leave one version's rows out.
final class PgvectorIndex implements CandidateIndex {

  private static final String TEXTS = "texts";
  private static final String ROW = "row";

  /// So many texts are taken for each row wanted, for some rows have several.
  private static final int TEXTS_A_ROW = 4;

  private final PgVectorStore store;
  private final String name;
  private final List<Text> texts;
  private final String fingerprint;

  private PgvectorIndex(PgVectorStore store, String name, List<Text> texts) {
    this.store = store;
    this.name = name;
    this.texts = texts.stream().filter(it -> it.vector().meaning().length > 0).toList();
    this.fingerprint = fingerprint(this.texts);
  }

  static PgvectorIndex over(PgVectorStore store, String name, List<Text> texts) {
    var index = new PgvectorIndex(store, name, texts);
    index.fill();
    return index;
  }

  private static String fingerprint(List<Text> texts) {
    int bytes =
        texts.stream().mapToInt(it -> (1 + it.vector().meaning().length) * Float.BYTES).sum();
    var all = ByteBuffer.allocate(bytes);
    for (var text : texts) {
      all.putInt(text.row());
      for (float value : text.vector().meaning()) {
        all.putFloat(value);
      }
    }
    return UUID.nameUUIDFromBytes(all.array()).toString();
  }

  /// Texts have ids of their own, so that filling twice changes nothing.
  private void fill() {
    var documents =
        IntStream.range(0, texts.size())
            .mapToObj(place -> document(place, texts.get(place)))
            .toList();
    if (!documents.isEmpty()) {
      store.add(documents);
    }
  }

  private Document document(int place, Text text) {
    var id = UUID.nameUUIDFromBytes((name + " " + fingerprint + " " + place).getBytes(UTF_8));
    return Document.builder()
        .id(id.toString())
        .text(Given.written(text.vector().meaning()))
        .metadata(Map.of(PgvectorIndexes.NAME, name, TEXTS, fingerprint, ROW, text.row()))
        .build();
  }

  @Override
  public List<Integer> near(Vector question, int most) {
    if (question.meaning().length == 0 || texts.isEmpty()) {
      return List.of();
    }
    var filter = new FilterExpressionBuilder();
    var request =
        SearchRequest.builder()
            .query(Given.written(question.meaning()))
            .topK(most * TEXTS_A_ROW)
            .similarityThresholdAll()
            .filterExpression(
                filter
                    .and(filter.eq(PgvectorIndexes.NAME, name), filter.eq(TEXTS, fingerprint))
                    .build())
            .build();
    var rows = new LinkedHashSet<Integer>();
    for (var found : store.similaritySearch(request)) {
      if (found.getMetadata().get(ROW) instanceof Number row) {
        rows.add(row.intValue());
      }
    }
    return rows.stream().limit(most).toList();
  }

  @Override
  public PgvectorIndex with(Collection<Integer> gone, List<Text> come) {
    var changed = new ArrayList<>(texts);
    changed.removeIf(text -> gone.contains(text.row()));
    changed.addAll(come);
    return over(store, name, changed);
  }
}
