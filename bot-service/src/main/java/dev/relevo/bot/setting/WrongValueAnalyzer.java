package dev.relevo.bot.setting;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;

/// A value that Spring reads by itself, before any binding: above all `SERVER_PORT`.
final class WrongValueAnalyzer
    extends AbstractFailureAnalyzer<InvalidConfigurationPropertyValueException> implements Ordered {

  @Override
  protected FailureAnalysis analyze(
      Throwable failure, InvalidConfigurationPropertyValueException wrong) {
    var name = "server.port".equals(wrong.getName()) ? "SERVER_PORT" : wrong.getName();
    var reason =
        String.valueOf(wrong.getReason())
            .replaceAll("Failed to convert to type java.lang.Integer.*", "not a whole number");
    return new FailureAnalysis(
        "%s is \"%s\", which is wrong: %s.".formatted(name, wrong.getValue(), reason),
        null,
        failure);
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }
}
