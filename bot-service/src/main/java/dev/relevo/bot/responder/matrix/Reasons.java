package dev.relevo.bot.responder.matrix;

import dev.relevo.crm.conversation.Grounds;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.retriever.Explanation;
import dev.relevo.knowledge.retriever.Hit;
import dev.relevo.knowledge.retriever.Retrieval;
import java.util.List;

/// Where an answer comes from, for agents.
final class Reasons {

  private static final int CANDIDATES = 5;

  private Reasons() {}

  static Grounds of(Retrieval retrieval, Trained trained) {
    return switch (retrieval) {
      case Retrieval.Found(var hit, var why) ->
          grounds(
              hit.row().handoff() ? "handoff" : "reply",
              hit.row().id().value(),
              hit.score(),
              why,
              trained);
      case Retrieval.Several(var hits, var why) ->
          grounds("offer", "", hits.getFirst().score(), why, trained);
      case Retrieval.Nothing(var why) -> grounds("fallback", "", best(why), why, trained);
    };
  }

  static Grounds picked(Row row, Trained trained) {
    return new Grounds(
        row.handoff() ? "handoff" : "reply",
        row.id().value(),
        trained.version(),
        1,
        0,
        List.of(),
        List.of("picked"));
  }

  static Grounds word(String decision, String reason) {
    return new Grounds(decision, "", 0, 0, 0, List.of(), List.of(reason));
  }

  private static Grounds grounds(
      String decision, String row, double score, Explanation why, Trained trained) {
    return new Grounds(
        decision,
        row,
        trained.version(),
        score,
        why.threshold(),
        why.candidates().stream()
            .filter(it -> !it.row().id().value().equals(row))
            .limit(CANDIDATES)
            .map(
                it -> new Grounds.Candidate(it.row().id().value(), it.row().question(), it.score()))
            .toList(),
        why.reasons());
  }

  private static double best(Explanation why) {
    return why.candidates().stream().mapToDouble(Hit::score).findFirst().orElse(0);
  }
}
