package dev.relevo.eval.crash;

import java.util.Map;
import java.util.Set;

/// What a trouble came upon.
///
/// @param hits how many messages it caught in each phase
/// @param onTheWire the references of parcels the provider had read, and the service did not know
///   it, or cannot know
/// @param note what else is to be told of it; may be empty
record Caught(Map<Phase, Integer> hits, Set<String> onTheWire, String note) {

  Caught {
    hits = Map.copyOf(hits);
    onTheWire = Set.copyOf(onTheWire);
  }

  Caught(Map<Phase, Integer> hits, Set<String> onTheWire) {
    this(hits, onTheWire, "");
  }
}
