package dev.relevo.bot.llm;

import java.time.Duration;
import java.util.List;

/// An answer, and more about it than those who ask need to know.
sealed interface Told {

  record Said(String text, List<ToolCall> calls, long call, Duration took) implements Told {
    public Said {
      calls = List.copyOf(calls);
    }
  }

  record NotAsked(Answer.Reason reason) implements Told {}

  record Failed(Trouble trouble, long call) implements Told {}

  default Answer answer() {
    return switch (this) {
      case Said(var text, var calls, var call, _) -> new Answer.Said(text, calls, call);
      case NotAsked(var reason) -> new Answer.NotAsked(reason);
      case Failed(var trouble, var call) -> new Answer.Failed(trouble.fault(), call);
    };
  }
}
