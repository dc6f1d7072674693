package dev.relevo.eval.upgrade;

import dev.relevo.eval.play.Stage;
import dev.relevo.eval.service.Metrics;
import dev.relevo.eval.service.Service;

/// One running application among others.
///
/// @param place which of the machines it runs on
/// @param version in a word
record Replica(String place, String version, Service service) {

  /// What it has answered so far, by its own metrics; nothing when it does not tell.
  Result.Part part() throws InterruptedException {
    var turns = new Metrics(service.url(), Stage.METRICS_TOKEN).sum("relevo_turns_total{");
    return new Result.Part(place + ", " + version, (long) turns.orElse(0));
  }
}
