package dev.relevo.knowledge.check;

import java.util.Optional;

/// Whether an address on the web can be fetched. Asked outside any transaction.
public interface Reachability {

  /// Takes every address for reachable: where nothing may be fetched.
  Reachability UNASKED = _ -> Optional.empty();

  /// Why the address cannot be fetched, in a few words; empty when it can, or when nobody asked.
  Optional<String> obstacle(String url);
}
