package dev.relevo.eval.crash;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// What one trouble did.
///
/// @param well how long after it began every replica said that it was well
record Wound(Trouble trouble, Caught caught, Duration well) {

  String describe() {
    return "%s: %s; %d on the wire%s; well after %.1f s"
        .formatted(
            trouble.description(),
            describe(caught.hits()),
            caught.onTheWire().size(),
            caught.note().isEmpty() ? "" : "; " + caught.note(),
            well.toMillis() / 1000.0);
  }

  /// Hits of several wounds together.
  static Map<Phase, Integer> total(Iterable<Wound> wounds) {
    var total = new EnumMap<Phase, Integer>(Phase.class);
    for (var wound : wounds) {
      wound.caught.hits().forEach((phase, hits) -> total.merge(phase, hits, Integer::sum));
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
