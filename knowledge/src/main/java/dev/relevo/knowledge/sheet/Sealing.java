package dev.relevo.knowledge.sheet;

import java.util.Optional;

/// Encrypts what must not lie open in the database.
public interface Sealing {

  String seal(String text);

  /// The text that was sealed; nothing when it cannot be opened any more, as with another secret.
  Optional<String> open(String sealed);
}
