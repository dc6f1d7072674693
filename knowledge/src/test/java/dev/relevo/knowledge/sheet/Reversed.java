package dev.relevo.knowledge.sheet;

import java.util.Optional;

/// Stands for encryption: unreadable, and opened again.
final class Reversed implements Sealing {

  @Override
  public String seal(String text) {
    return new StringBuilder(text).reverse().toString();
  }

  @Override
  public Optional<String> open(String sealed) {
    return Optional.of(seal(sealed));
  }
}
