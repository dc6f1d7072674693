package dev.relevo.eval.load;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.databind.json.JsonMapper;

/// What a load test found.
///
/// @param mode how customers wrote
/// @param machine on which everything ran
/// @param main the stretch at the wanted rate
/// @param series its seconds
/// @param searches knees that were looked for, by what
record LoadReport(
    String mode,
    String machine,
    int customers,
    Optional<Measured> main,
    Optional<Series> series,
    Map<String, Search> searches) {

  LoadReport {
    searches = Collections.unmodifiableMap(new LinkedHashMap<>(searches));
  }

  /// @param knee messages a second
  record Search(double knee, List<Measured> steps) {
    Search {
      steps = List.copyOf(steps);
    }

    /// At the highest rate that held.
    Optional<Measured> best() {
      return steps.stream()
          .filter(Measured::holds)
          .max(Comparator.comparingDouble(it -> it.run().rate()));
    }
  }

  static final String SERVICE = "relevo";
  static final String FLOOR = "floor";

  /// Of the floor's knee, the share that is wanted of Relevo's.
  private static final double WANTED = 0.6;

  /// Relevo's knee as a share of the floor's; empty when one is not known.
  OptionalDouble floorRatio() {
    var service = searches.get(SERVICE);
    var floor = searches.get(FLOOR);
    return service == null || floor == null || floor.knee() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(service.knee() / floor.knee());
  }

  /// Whether Relevo carried anything and, where the floor was searched, the wanted share of what
  /// that carried.
  boolean carries() {
    var service = searches.get(SERVICE);
    return service != null
        && service.knee() > 0
        && (!searches.containsKey(FLOOR) || floorRatio().orElse(0) >= WANTED);
  }

  /// As JSON; what is not known is null.
  String json() {
    var object = new LinkedHashMap<String, Object>();
    object.put("mode", mode);
    object.put("machine", machine);
    object.put("customers", customers);
    // Where only the knee was looked for, the service's best.
    main.or(() -> Optional.ofNullable(searches.get(SERVICE)).flatMap(Search::best))
        .ifPresent(it -> object.putAll(numbers(it)));
    var ratio = floorRatio();
    object.put("floorRatio", ratio.isPresent() ? ratio.getAsDouble() : null);
    searches.forEach((name, search) -> {
      object.put(name + "Knee", search.knee());
      object.put(name + "Steps", search.steps().stream().map(LoadReport::numbers).toList());
    });
    series.ifPresent(it -> object.put("perSecond", it.columns()));
    return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(object);
  }

  private static Map<String, Object> numbers(Measured measured) {
    var object = new LinkedHashMap<String, Object>();
    object.put("rate", measured.run().rate());
    object.put("seconds", measured.run().played().toMillis() / 1000.0);
    object.put("offered", measured.offered());
    object.put("turns", measured.turns());
    object.put("lost", measured.lost());
    object.put("doubledReplies", measured.doubledReplies());
    object.put("wrongOrder", measured.wrongOrder());
    object.put("doubledSends", measured.doubledSends());
    object.put("strangers", measured.strangers());
    object.put("webhookMillis", percentiles(measured.webhook()));
    object.put("turnMillis", percentiles(measured.turn()));
    object.put("statusesPerSecond", number(measured.statusesPerSecond()));
    object.put("statusesNotTaken", measured.run().untaken());
    object.put("maxRssMb", number(measured.memory()));
    object.put("processorMillisPerMessage", number(measured.serviceMillis()));
    object.put("loadAverage", number(measured.load()));
    object.put("drainedSeconds", measured.run().drained().toMillis() / 1000.0);
    object.put("broken", measured.broken());
    return object;
  }

  private static Map<String, Object> percentiles(Percentiles percentiles) {
    var object = new LinkedHashMap<String, Object>();
    object.put("p50", number(percentiles.p50()));
    object.put("p99", number(percentiles.p99()));
    return object;
  }

  private static Object number(double value) {
    return Double.isNaN(value) ? Optional.empty() : Math.round(value * 100) / 100.0;
  }
}
