package dev.relevo.knowledge.check;

import dev.relevo.knowledge.sentence.Sentence;
import java.util.Optional;

/// Whether an address on the web can be fetched. Asked outside any transaction, by several threads.
public interface Reachability {

  /// Takes every address for reachable: where nothing may be fetched.
  Reachability UNASKED = _ -> Optional.empty();

  /// Why the address cannot be fetched; empty when it can, or when nobody asked.
  Optional<Sentence> obstacle(String url);
}
