package dev.relevo.knowledge.check;

import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import dev.relevo.knowledge.retriever.Hit;
import dev.relevo.knowledge.retriever.Query;
import dev.relevo.knowledge.retriever.Retrieval;
import dev.relevo.knowledge.retriever.Retriever;
import java.util.List;
import java.util.Optional;

/// Rows that the bot would never answer with: asked in each of their own words, it finds another
/// row or none.
final class OwnWords {

  private OwnWords() {}

  /// @param retriever trained on the rows
  static List<Finding> in(List<Row> rows, Retriever retriever) {
    return rows.stream()
        .filter(row -> row.phrases().stream().noneMatch(phrase -> finds(retriever, row, phrase)))
        .map(row ->
            new Finding(
                Finding.Kind.NOT_FOUND,
                row.id(),
                rival(retriever, row),
                List.of(),
                Optional.empty()))
        .toList();
  }

  private static boolean finds(Retriever retriever, Row row, String phrase) {
    return hits(retriever, row, phrase).stream().anyMatch(hit -> hit.row().id().equals(row.id()));
  }

  private static Optional<RowId> rival(Retriever retriever, Row row) {
    return hits(retriever, row, row.question()).stream().map(hit -> hit.row().id()).findFirst();
  }

  private static List<Hit> hits(Retriever retriever, Row row, String phrase) {
    if (phrase.isBlank()) {
      return List.of();
    }
    return switch (retriever.retrieve(new Query(phrase, Optional.of(row.language())))) {
      case Retrieval.Found(var hit, _) -> List.of(hit);
      case Retrieval.Several(var hits, _) -> hits;
      case Retrieval.Nothing _ -> List.of();
    };
  }
}
