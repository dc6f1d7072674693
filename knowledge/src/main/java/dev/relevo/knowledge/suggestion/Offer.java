package dev.relevo.knowledge.suggestion;

import dev.relevo.knowledge.matrix.Folded;
import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/// A suggested row beside a draft it may be added to.
///
/// @param key tells it from the others of its source, also when the source is read again;
///   hexadecimal
/// @param row as it would be added, with an id that no row of the draft has
/// @param known the draft's row that is asked one of its phrases already
public record Offer(String key, Row row, Optional<RowId> known) {

  /// The rows of a source, in its order.
  public static List<Offer> of(Suggested.Rows suggested, Matrix draft) {
    var owners = owners(draft);
    var taken = new HashSet<RowId>();
    draft.rows().forEach(it -> taken.add(it.id()));
    var offers = new ArrayList<Offer>();
    for (var row : suggested.rows().rows()) {
      var id = free(row.id(), taken);
      taken.add(id);
      offers.add(new Offer(key(row), row.withId(id), known(row, owners)));
    }
    return List.copyOf(offers);
  }

  private static Map<String, RowId> owners(Matrix draft) {
    var owners = new HashMap<String, RowId>();
    for (var row : draft.rows()) {
      row.phrases().forEach(phrase -> owners.putIfAbsent(asked(row.language(), phrase), row.id()));
    }
    return owners;
  }

  private static String asked(Locale language, String phrase) {
    return language.getLanguage() + ' ' + Folded.of(phrase);
  }

  private static Optional<RowId> known(Row row, Map<String, RowId> owners) {
    return row.phrases().stream()
        .map(phrase -> owners.get(asked(row.language(), phrase)))
        .filter(Objects::nonNull)
        .findFirst();
  }

  private static RowId free(RowId id, HashSet<RowId> taken) {
    return IntStream.iterate(1, it -> it + 1)
        .mapToObj(it -> it == 1 ? id : new RowId(shortened(id.value()) + "-" + it))
        .filter(it -> !taken.contains(it))
        .findFirst()
        .orElseThrow();
  }

  private static String shortened(String id) {
    return id.length() <= RowId.LONGEST - 8 ? id : id.substring(0, RowId.LONGEST - 8);
  }

  private static String key(Row row) {
    var said = String.join("\n", row.id().value(), String.join("\n", row.phrases()), row.answer());
    return Integer.toHexString(said.hashCode());
  }
}
