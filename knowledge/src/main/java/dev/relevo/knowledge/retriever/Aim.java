package dev.relevo.knowledge.retriever;

import java.util.Optional;

/// What the owner wants of the answers.
///
/// @param precision when the bot answers, how often it shall be right, above 0 and below 1; empty
///   to let as many questions as possible end well, answered rightly or left alone rightly
/// @param offTopic the expected share of questions that no row answers, above 0 and below 1
public record Aim(Optional<Double> precision, double offTopic) {

  /// As many questions as possible end well, one in four being off topic.
  public static final Aim USUAL = new Aim(Optional.empty(), 0.25);

  public Aim {
    if (!isShare(offTopic) || precision.filter(it -> !isShare(it)).isPresent()) {
      throw new IllegalArgumentException("a precision and a share lie between 0 and 1");
    }
  }

  private static boolean isShare(double value) {
    return value > 0 && value < 1;
  }
}
