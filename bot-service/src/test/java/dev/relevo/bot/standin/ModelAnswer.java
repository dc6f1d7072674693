package dev.relevo.bot.standin;

import dev.relevo.bot.standin.ModelRequest.ToolCall;
import java.util.List;

/// What the model's stand-in says: text, calls of tools, or both.
///
/// @param finish `stop`, `tool_calls` or `length`
public record ModelAnswer(String text, List<ToolCall> calls, String finish) {

  public ModelAnswer {
    calls = List.copyOf(calls);
  }

  public static ModelAnswer says(String text) {
    return new ModelAnswer(text, List.of(), "stop");
  }

  public static ModelAnswer calls(ToolCall... calls) {
    return calls(List.of(calls));
  }

  public static ModelAnswer calls(List<ToolCall> calls) {
    return new ModelAnswer("", calls, "tool_calls");
  }
}
