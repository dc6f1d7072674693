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

/// The meanings of texts, kept under the fingerprint of all of them together: machines that have
/// learnt the same share them, and a changed version never touches what another still reads.
///
/// The search is exact. An approximate index would be searched across all versions first and
/// filtered afterwards, and might leave one version's rows out.
final class PgvectorIndex implements CandidateIndex {

  private static final String ROW = "row";

  /// So many texts are taken for each row wanted, for some rows have several.
  private static final int TEXTS_A_ROW = 4;

  private final PgvectorIndexes indexes;
  private final String name;
  private final List<Text> texts;
  private final String fingerprint;

  /// Empty as long as nobody has filled one of the same texts.
  PgvectorIndex(PgvectorIndexes indexes, String name, List<Text> texts) {
    this.indexes = indexes;
    this.name = name;
    this.texts = texts.stream().filter(it -> it.vector().meaning().length > 0).toList();
    this.fingerprint = fingerprint(this.texts);
  }

  String name() {
    return name;
  }

  /// Of all texts together.
  String fingerprint() {
    return fingerprint;
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
  void fill() {
    var documents =
        IntStream.range(0, texts.size())
            .mapToObj(place -> document(place, texts.get(place)))
            .toList();
    if (!documents.isEmpty()) {
      indexes.store().add(documents);
    }
  }

  private Document document(int place, Text text) {
    var id = UUID.nameUUIDFromBytes((name + " " + fingerprint + " " + place).getBytes(UTF_8));
    return Document.builder()
        .id(id.toString())
        .text(Given.written(text.vector().meaning()))
        .metadata(
            Map.of(PgvectorIndexes.NAME, name, PgvectorIndexes.TEXTS, fingerprint, ROW, text.row()))
        .build();
  }

  @Override
  public List<Integer> near(Vector question, int most) {
    if (question.meaning().length == 0 || texts.isEmpty()) {
      return List.of();
    }
    var request =
        SearchRequest.builder()
            .query(Given.written(question.meaning()))
            .topK(most * TEXTS_A_ROW)
            .similarityThresholdAll()
            .filterExpression(PgvectorIndexes.of(name, fingerprint))
            .build();
    var rows = new LinkedHashSet<Integer>();
    for (var found : indexes.store().similaritySearch(request)) {
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
    return indexes.filled(new PgvectorIndex(indexes, name, changed));
  }
}
