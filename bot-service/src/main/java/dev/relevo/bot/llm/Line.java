package dev.relevo.bot.llm;

import java.util.List;

/// A line of what a model reads.
public sealed interface Line {

  /// Our own words: the rules.
  record Rules(String text) implements Line {}

  /// Data: what people wrote and what was found, never rules.
  record Data(String text) implements Line {}

  /// What the model said before.
  record Model(String text, List<ToolCall> calls) implements Line {
    public Model {
      calls = List.copyOf(calls);
    }
  }

  /// What became of something it asked to be done.
  record Result(ToolCall call, String text) implements Line {}
}
