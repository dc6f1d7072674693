package dev.relevo.knowledge.check;

import static java.util.stream.Collectors.toSet;

import dev.relevo.knowledge.matrix.Button;
import dev.relevo.knowledge.matrix.Folded;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import dev.relevo.knowledge.retriever.Hit;
import dev.relevo.knowledge.retriever.Query;
import dev.relevo.knowledge.retriever.Retrieval;
import dev.relevo.knowledge.retriever.Retriever;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Rows that the bot would never answer with: asked in each of their own words, it finds another
/// row or none.
final class OwnWords {

  private OwnWords() {}

  /// @param retriever trained on the rows
  static List<Finding> in(List<Row> rows, Retriever retriever) {
    var ledTo = rows.stream().flatMap(OwnWords::leadsTo).collect(toSet());
    return rows.stream()
        .filter(row -> row.phrases().stream().noneMatch(phrase -> finds(retriever, row, phrase)))
        .map(row -> finding(row, rival(retriever, row), ledTo.contains(row.id())))
        .toList();
  }

  private static Stream<RowId> leadsTo(Row row) {
    var byButtons =
        row.buttons().stream()
            .flatMap(it ->
                it.action() instanceof Button.Action.GoTo(var target)
                    ? Stream.of(target)
                    : Stream.empty());
    return Stream.concat(byButtons, row.followUp().stream().map(Row.FollowUp::row));
  }

  /// What nobody would miss may leave: a row that is neither found nor led to.
  private static Finding finding(Row row, Optional<Hit> rival, boolean isLedTo) {
    var leaving = isLedTo ? Optional.<Fix>empty() : Optional.<Fix>of(new Fix.Leave(row.id()));
    return new Finding(
        Finding.Kind.NOT_FOUND,
        row.id(),
        rival.map(it -> it.row().id()),
        List.of(),
        rival.flatMap(it -> fix(row, it)).or(() -> leaving));
  }

  /// The two become one where they answer the same; else the phrase that gets in the way leaves the
  /// rival for the row it hides, if it is no more than a variant there; else nobody but an editor
  /// can tell how to ask for the row.
  private static Optional<Fix> fix(Row row, Hit rival) {
    var other = rival.row();
    var phrase = Folded.of(rival.phrase());
    if (other.answer().equals(row.answer())) {
      return Texts.joined(other, row);
    }
    if (Folded.of(other.question()).equals(phrase) || !hasVariant(other, phrase)) {
      return Optional.empty();
    }
    var left = Texts.withoutVariants(other, variant -> Folded.of(variant).equals(phrase));
    var hasIt = row.phrases().stream().anyMatch(it -> Folded.of(it).equals(phrase));
    var won =
        hasIt
            ? Optional.of(row)
            : Texts.withVariants(
                row, Stream.concat(row.variants().stream(), Stream.of(rival.phrase())).toList());
    return left.flatMap(lost ->
        won.map(it -> new Fix.Rewrite(hasIt ? List.of(lost) : List.of(lost, it), List.of())));
  }

  private static boolean hasVariant(Row row, String folded) {
    return row.variants().stream().anyMatch(it -> Folded.of(it).equals(folded));
  }

  private static boolean finds(Retriever retriever, Row row, String phrase) {
    return hits(retriever, row, phrase).stream().anyMatch(hit -> hit.row().id().equals(row.id()));
  }

  private static Optional<Hit> rival(Retriever retriever, Row row) {
    return hits(retriever, row, row.question()).stream().findFirst();
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
