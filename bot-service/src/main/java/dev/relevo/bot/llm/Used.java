package dev.relevo.bot.llm;

import dev.langchain4j.model.output.TokenUsage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The tokens a call used.
record Used(int promptTokens, int answerTokens) {

  /// Tokenizers differ, and thinking counts; what an endpoint says beyond that is a fault of its
  /// counting.
  private static final int FAR_OFF = 10;

  static final Used NOTHING = new Used(0, 0);

  /// What the endpoint says, as far as it can be; else what we counted.
  ///
  /// @param most the longest answer, in tokens
  static Used of(@Nullable TokenUsage said, Used counted, int most) {
    if (said == null) {
      return counted;
    }
    return new Used(
        sound(said.inputTokenCount(), counted.promptTokens()).orElse(counted.promptTokens()),
        sound(said.outputTokenCount(), Math.max(most, counted.answerTokens()))
            .orElse(counted.answerTokens()));
  }

  private static Optional<Integer> sound(@Nullable Integer said, int near) {
    return said != null && said > 0 && said <= (long) near * FAR_OFF
        ? Optional.of(said)
        : Optional.empty();
  }
}
