package dev.relevo.crm.desk;

import java.util.List;

/// What became of a request, action by action, in order.
public record CrmResult(List<Effect> effects) {

  public CrmResult {
    effects = List.copyOf(effects);
  }

  /// What became of one action.
  public sealed interface Effect {

    /// It changed something.
    record Done() implements Effect {}

    /// It was so already.
    record Unchanged() implements Effect {}

    /// It cannot be; one sentence for a person.
    record Refused(String why) implements Effect {}
  }
}
