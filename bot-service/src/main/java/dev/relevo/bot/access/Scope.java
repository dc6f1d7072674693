package dev.relevo.bot.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What an API key may do. None includes another.
public enum Scope {
  /// Read rows and versions, and try a question.
  MATRIX_READ,
  /// Change the draft.
  MATRIX_WRITE,
  /// Publish the draft, and go back to an earlier version.
  MATRIX_PUBLISH;

  /// As it is written for people and stored: `matrix:read`.
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', ':');
  }

  /// The scope that is written so.
  public static Optional<Scope> of(String text) {
    return Arrays.stream(values()).filter(it -> it.text().equals(text)).findFirst();
  }
}
