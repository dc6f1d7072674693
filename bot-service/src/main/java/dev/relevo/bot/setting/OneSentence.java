package dev.relevo.bot.setting;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/// Says on one line of the error output why the start was refused.
final class OneSentence implements FailureAnalysisReporter {

  @Override
  public void report(FailureAnalysis analysis) {
    var reason =
        Stream.of(onOneLine(analysis.getDescription()), onOneLine(analysis.getAction()))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(" "));
    System.err.println("Relevo did not start: " + reason);
  }

  private static String onOneLine(@Nullable String text) {
    if (text == null) {
      return "";
    }
    return Arrays.stream(text.split("\\R"))
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining(" "));
  }
}
