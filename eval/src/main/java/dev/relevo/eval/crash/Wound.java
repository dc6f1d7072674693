package dev.relevo.eval.crash;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What was under way when the process died.
///
/// @param aimedAt the phase the kill waited for
/// @param hits how many messages it caught in each phase
/// @param onTheWire the references of parcels the provider had read, and the service did not know
///   it
record Wound(Phase aimedAt, Map<Phase, Integer> hits, Set<String> onTheWire) {

  Wound {
    hits = Map.copyOf(hits);
    onTheWire = Set.copyOf(onTheWire);
  }

  String describe() {
    return "%s: %s; %d on the wire"
        .formatted(aimedAt.name().toLowerCase(Locale.ROOT), describe(hits), onTheWire.size());
  }

  /// Hits of several wounds together.
  static Map<Phase, Integer> total(Iterable<Wound> wounds) {
    var total = new EnumMap<Phase, Integer>(Phase.class);
    for (var wound : wounds) {
      wound.hits.forEach((phase, hits) -> total.merge(phase, hits, Integer::sum));
    }
    return total;
  }

  static String describe(Map<Phase, Integer> hits) {
    return new EnumMap<>(hits)
        .entrySet().stream()
            .map(it -> it.getKey().name().toLowerCase(Locale.ROOT) + " " + it.getValue())
            .collect(Collectors.joining(", "));
  }
}
