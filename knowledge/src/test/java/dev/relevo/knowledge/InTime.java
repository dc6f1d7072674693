package dev.relevo.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/// What bad input may take of the processor, whatever else the machine does meanwhile.
public final class InTime {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private InTime() {}

  /// What it says, on this thread.
  ///
  /// @throws AssertionError when it took too long
  public static boolean call(BooleanSupplier work) {
    var begun = THREADS.getCurrentThreadCpuTime();
    var said = work.getAsBoolean();
    var took = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - begun);
    assertThat(took).isLessThan(LONGEST);
    return said;
  }
}
