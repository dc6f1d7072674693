package dev.relevo.knowledge.check;

import dev.relevo.knowledge.retriever.Retriever;
import java.util.List;

/// What editors expect of the matrix beyond what can be seen in it: questions that must lead to
/// their rows.
public interface Expectations {

  /// Nothing in particular.
  Expectations NONE = _ -> List.of();

  /// What a retriever trained on the draft does not fulfil.
  List<Finding> unmet(Retriever draft);
}
