package dev.relevo.bot.setting;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// A refusal of our own is its own explanation.
final class CannotStartAnalyzer extends AbstractFailureAnalyzer<CannotStart> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, CannotStart cause) {
    return new FailureAnalysis(sentence(cause.getMessage()), null, failure);
  }

  private static String sentence(@Nullable String message) {
    return message == null ? "an unnamed setting is wrong" : message;
  }
}
