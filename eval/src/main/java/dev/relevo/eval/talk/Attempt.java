package dev.relevo.eval.talk;

import dev.relevo.eval.dataset.Attack;
import java.util.List;

/// An attack and what it achieved.
///
/// @param arrived whether the model was handed the attack
/// @param calls of the model
/// @param said what the customer got to read, in order
/// @param breaches a line each; none when the attack achieved nothing
public record Attempt(
    Attack attack, boolean arrived, int calls, List<String> said, List<String> breaches) {
  public Attempt {
    said = List.copyOf(said);
    breaches = List.copyOf(breaches);
  }
}
