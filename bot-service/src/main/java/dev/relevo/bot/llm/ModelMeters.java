package dev.relevo.bot.llm;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// What calls of models count: how many and how long by purpose and outcome, tokens and money (in
/// millionths) by purpose.
@Component
final class ModelMeters {

  private final MeterRegistry registry;

  ModelMeters(MeterRegistry registry) {
    this.registry = registry;
    // There from the start, so that a chart or an alarm on one that never counted is not empty.
    for (var purpose : Account.Purpose.values()) {
      micros(purpose);
    }
  }

  void notAsked(Account.Purpose purpose, Answer.Reason reason) {
    registry
        .counter("relevo.model.unasked", "purpose", word(purpose), "reason", word(reason))
        .increment();
  }

  /// @param outcome `answered`, or the trouble
  void asked(Account.Purpose purpose, String outcome, Duration took) {
    registry
        .timer(
            "relevo.model.call",
            "purpose",
            word(purpose),
            "outcome",
            outcome.toLowerCase(Locale.ROOT))
        .record(took);
  }

  void took(Account.Purpose purpose, Used used, long micros) {
    count("read", purpose, used.promptTokens());
    count("written", purpose, used.answerTokens());
    micros(purpose).increment((double) micros);
  }

  private Counter micros(Account.Purpose purpose) {
    return registry.counter("relevo.model.micros", "purpose", word(purpose));
  }

  private void count(String kind, Account.Purpose purpose, int tokens) {
    registry
        .counter("relevo.model.tokens", "purpose", word(purpose), "kind", kind)
        .increment(tokens);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
