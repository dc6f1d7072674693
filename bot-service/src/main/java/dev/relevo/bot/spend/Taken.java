package dev.relevo.bot.spend;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What a call really took.
///
/// @param firstToken from asking to the first word, or to its first act
/// @param fault what went wrong, in a word; empty: it answered
/// @param answer the text as it came
/// @param steps what it asked to be done
public record Taken(
    int promptTokens,
    int answerTokens,
    Duration latency,
    Optional<Duration> firstToken,
    Optional<String> fault,
    String answer,
    List<Step> steps) {

  /// Something a model asked to be done.
  ///
  /// @param arguments as the model wrote them, perhaps broken
  public record Step(String name, String arguments) {}

  public Taken {
    steps = List.copyOf(steps);
  }
}
