package dev.relevo.bot.operation;

import java.lang.reflect.Proxy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Once it is ready, being asked to end (SIGTERM) and ending is a success: 0, and not the JVM's
/// 143, which looks like a fault to whoever supervises it. The end itself is what it always is.
@Component
final class OrderlyEnd {

  private static final Logger log = LoggerFactory.getLogger(OrderlyEnd.class);

  /// By reflection, because the compiler warns of `sun.misc.Signal` in a way that cannot be
  /// silenced, and it is the JDK's only door to signals.
  @EventListener(ApplicationReadyEvent.class)
  void await() {
    try {
      var signal = Class.forName("sun.misc.Signal");
      var handler = Class.forName("sun.misc.SignalHandler");
      var end =
          Proxy.newProxyInstance(
              OrderlyEnd.class.getClassLoader(),
              new Class<?>[] {handler},
              (_, method, _) -> {
                if (method.getName().equals("handle")) {
                  System.exit(0);
                }
                return null;
              });
      var term = signal.getConstructor(String.class).newInstance("TERM");
      signal.getMethod("handle", signal, handler).invoke(null, term, end);
    } catch (ReflectiveOperationException | IllegalArgumentException elsewhere) {
      log.atDebug().setCause(elsewhere).log("an end that was asked for is told by 143 here");
    }
  }
}
