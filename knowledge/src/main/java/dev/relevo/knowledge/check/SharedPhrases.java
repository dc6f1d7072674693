package dev.relevo.knowledge.check;

import dev.relevo.knowledge.matrix.Folded;
import dev.relevo.knowledge.matrix.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Phrases that ask for two rows: the bot could not know which is meant.
final class SharedPhrases {

  private SharedPhrases() {}

  static List<Finding> in(List<Row> rows) {
    var findings = new ArrayList<Finding>();
    Map<String, Row> owners = new HashMap<>();
    for (var row : rows) {
      var own = new HashSet<String>();
      for (var phrase : row.phrases()) {
        var key = row.language().getLanguage() + ' ' + Folded.of(phrase);
        if (!phrase.isEmpty() && own.add(key)) {
          var owner = owners.putIfAbsent(key, row);
          if (owner != null) {
            findings.add(
                new Finding(
                    Finding.Kind.SAME_VARIANT,
                    row.id(),
                    Optional.of(owner.id()),
                    List.of(phrase),
                    fix(owner, row, Folded.of(phrase))));
          }
        }
      }
    }
    return findings;
  }

  /// Whoever has it as a variant lets go of it; where it is the question of both, the second row
  /// leaves.
  private static Optional<Fix> fix(Row first, Row second, String folded) {
    for (var row : List.of(second, first)) {
      if (!Folded.of(row.question()).equals(folded)) {
        return Texts.withoutVariants(row, variant -> Folded.of(variant).equals(folded))
            .map(it -> new Fix.Rewrite(List.of(it), List.of()));
      }
    }
    return Optional.of(new Fix.Leave(second.id()));
  }
}
