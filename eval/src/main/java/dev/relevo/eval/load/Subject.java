package dev.relevo.eval.load;

import dev.relevo.eval.play.Stage;
import dev.relevo.eval.service.Footprint;
import dev.relevo.eval.service.Metrics;
import dev.relevo.eval.service.ProcessorTime;
import dev.relevo.eval.service.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/// What is put under load, seen from outside.
///
/// @param service empty when it was not started here: then nobody knows its processes
/// @param data the folder of the database it works on
record Subject(URI url, Optional<Service> service, Path data) {

  static Subject started(Service service) {
    return new Subject(service.url(), Optional.of(service), service.data());
  }

  static Subject attached(URI url) {
    return new Subject(url, Optional.empty(), Path.of(""));
  }

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  Optional<Footprint> footprint() throws IOException {
    return service.isEmpty()
        ? Optional.empty()
        : Optional.of(Footprint.of(service.get().pid(), data));
  }

  Optional<ProcessorTime> spent() throws IOException {
    return service.isEmpty()
        ? Optional.empty()
        : Optional.of(ProcessorTime.of(service.get().pid(), data));
  }

  /// Megabytes of heap in use, by its own metrics; empty when it does not tell, or not now.
  OptionalDouble heap() throws InterruptedException {
    var used = new Metrics(url, Stage.METRICS_TOKEN).sum("jvm_memory_used_bytes{area=\"heap\"");
    return used.isPresent() ? OptionalDouble.of(used.getAsDouble() / (1 << 20)) : used;
  }

  /// Megabytes of heap that a collection leaves; empty when nobody knows the process. Not while it
  /// is measured: everything stands still for a moment.
  Optional<Double> liveHeap() throws IOException, InterruptedException {
    if (service.isEmpty()) {
      return Optional.empty();
    }
    service.get().collectGarbage();
    return heap().stream().boxed().findFirst();
  }

  /// Whether it is well and keeps up, by its own word.
  Health health() throws InterruptedException {
    var request = HttpRequest.newBuilder(url.resolve("/actuator/health")).timeout(PATIENCE).build();
    try {
      return Health.read(CLIENT.send(request, BodyHandlers.ofString()).body());
    } catch (IOException nobody) {
      return Health.SILENT;
    }
  }
}
