package dev.relevo.knowledge.fetch;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.jspecify.annotations.Nullable;

/// The end of a fetch's time: the request under way is broken off, wherever it waits.
final class Deadline {

  private final AtomicReference<@Nullable HttpUriRequestBase> underWay = new AtomicReference<>();
  private final Future<?> alarm;
  private volatile boolean over;

  Deadline(ScheduledExecutorService alarms, Duration time) {
    alarm = alarms.schedule(this::ring, time.toNanos(), TimeUnit.NANOSECONDS);
  }

  /// From now on this request ends with the time.
  void ends(HttpUriRequestBase request) {
    underWay.set(request);
    if (over) {
      request.cancel();
    }
  }

  boolean isOver() {
    return over;
  }

  void off() {
    alarm.cancel(false);
  }

  private void ring() {
    over = true;
    var request = underWay.get();
    if (request != null) {
      request.cancel();
    }
  }
}
