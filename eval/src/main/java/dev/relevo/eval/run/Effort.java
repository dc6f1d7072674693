package dev.relevo.eval.run;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/// What a piece of work took.
///
/// @param seconds by the clock on the wall
/// @param processorSeconds of all threads together; on a machine that does other things as well, it
///   tells more
public record Effort(double seconds, double processorSeconds) {

  /// What a piece of work came to, and what it took.
  record Done<T>(T result, Effort spent) {}

  static <T> Done<T> of(Supplier<T> work) {
    long start = System.nanoTime();
    long processor = processorNanos();
    var result = work.get();
    return new Done<>(
        result,
        new Effort((System.nanoTime() - start) / 1e9, (processorNanos() - processor) / 1e9));
  }

  private static long processorNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
