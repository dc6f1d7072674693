package dev.relevo.bot.pace;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ends what takes too long, up to [#TICK] late. Set around a wait without a limit of its own:
///
/// ```java
/// try (var alarm = Alarm.in(patience, () -> answer.cancel(true))) {
///   return answer.get();
/// }
/// ```
///
/// A virtual thread that waits with a limit has the scheduler's one timer told twice, of the limit
/// and that it is over. On a message's way there are several such waits, hardly one of them ends
/// late, and here one costs an entry in a set.
public final class Alarm implements AutoCloseable {

  static final Duration TICK = Duration.ofMillis(50);

  private static final Logger log = LoggerFactory.getLogger(Alarm.class);
  private static final Set<Alarm> SET = ConcurrentHashMap.newKeySet();

  static {
    Thread.ofPlatform().daemon().name("alarms").start(Alarm::watch);
  }

  private final long end;
  private final Runnable late;
  private volatile boolean rang;

  private Alarm(Duration time, Runnable late) {
    this.end = System.nanoTime() + time.toNanos();
    this.late = late;
  }

  /// Sets one.
  ///
  /// @param late called once so much time has passed, unless the alarm was closed before; must not
  ///   block
  public static Alarm in(Duration time, Runnable late) {
    var alarm = new Alarm(time, late);
    SET.add(alarm);
    return alarm;
  }

  /// Whether it was too late.
  public boolean rang() {
    return rang;
  }

  /// It was in time.
  @Override
  public void close() {
    SET.remove(this);
  }

  private static void watch() {
    while (true) {
      LockSupport.parkNanos(TICK.toNanos());
      var now = System.nanoTime();
      SET.stream()
          .filter(it -> it.end - now <= 0)
          .toList()
          .forEach(it -> {
            if (SET.remove(it)) {
              it.ring();
            }
          });
    }
  }

  private void ring() {
    rang = true;
    try {
      late.run();
    } catch (RuntimeException failed) {
      log.atWarn().setCause(failed).log("what took too long could not be ended");
    }
  }
}
