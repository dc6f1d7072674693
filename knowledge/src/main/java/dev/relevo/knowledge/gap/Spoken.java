package dev.relevo.knowledge.gap;

import java.util.Collection;
import java.util.Map;

/// The words of messages, which lie elsewhere.
public interface Spoken {

  /// The customer's words by message id; what is gone, or has no words, is missing.
  Map<Long, String> words(Collection<Long> messages);
}
