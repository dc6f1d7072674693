package dev.relevo.bot.operation;

import java.util.Optional;

/// A room's line in the block that is printed once when Relevo is ready, such as the owner's
/// one-time sign-in link. Implementations are beans; `@Order` places them after the lines of the
/// service itself.
public interface WelcomeLine {

  /// The line to print this time, asked for after the start; nothing when there is nothing to say.
  Optional<Line> line();

  /// What it is, in a word or two, and the thing itself.
  record Line(String label, String text) {
    public Line {
      if (label.isBlank() || text.isBlank()) {
        throw new IllegalArgumentException("a line of the welcome has a label and a text");
      }
    }
  }
}
