package dev.relevo.knowledge.replay;

import dev.relevo.knowledge.retriever.Retrieval;
import java.util.List;

/// Where a question leads in one version.
///
/// @param rows the row answered, or those offered; none when silent
/// @param question the first row's; empty when silent
/// @param answer the first row's; empty when silent
/// @param score of the best row, also when silent
public record Lead(Way way, List<String> rows, String question, String answer, double score) {

  public Lead {
    rows = List.copyOf(rows);
  }

  /// What happens.
  public enum Way {
    ANSWERED,
    OFFERED,
    SILENT
  }

  static Lead of(Retrieval retrieval) {
    return switch (retrieval) {
      case Retrieval.Found(var hit, _) ->
          new Lead(
              Way.ANSWERED,
              List.of(hit.row().id().value()),
              hit.row().question(),
              hit.row().answer(),
              hit.score());
      case Retrieval.Several(var hits, _) ->
          new Lead(
              Way.OFFERED,
              hits.stream().map(it -> it.row().id().value()).toList(),
              hits.getFirst().row().question(),
              hits.getFirst().row().answer(),
              hits.getFirst().score());
      case Retrieval.Nothing(var why) ->
          new Lead(
              Way.SILENT,
              List.of(),
              "",
              "",
              why.candidates().isEmpty() ? 0 : why.candidates().getFirst().score());
    };
  }

  /// What an editor judges: the row, the rows offered in any order, or nothing for silence.
  String key() {
    return String.join("|", rows.stream().sorted().toList());
  }
}
