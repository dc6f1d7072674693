package dev.relevo.bot.llm;

import dev.relevo.bot.pace.Deadline;
import java.util.List;
import java.util.Optional;

/// One request to a model.
///
/// @param account who asks, for what, and within which bounds
/// @param lines the system's words first, then the conversation
/// @param tools what it may ask to be done; none: it only speaks
/// @param shape the JSON its words must be; empty: free text
/// @param temperature 0 to 1
/// @param answerTokens the longest answer
/// @param deadline by which it must have answered
public record Ask(
    Account account,
    List<Line> lines,
    List<Tool> tools,
    Optional<Shape> shape,
    double temperature,
    int answerTokens,
    Deadline deadline) {

  public Ask {
    lines = List.copyOf(lines);
    tools = List.copyOf(tools);
  }
}
