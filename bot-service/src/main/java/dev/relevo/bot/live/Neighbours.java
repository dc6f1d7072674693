package dev.relevo.bot.live;

import dev.relevo.bot.database.Workload;
import dev.relevo.bot.lane.Loop;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The other replicas, as far as signals go: what is signalled here is called out to them, at most
/// ten times a second with as much as fits, and what they call out is passed on here. What is lost
/// while the database cannot be reached, or when too much is signalled at once, stays lost: signals
/// are said again, and everything lasting is in the journal, which every replica reads.
final class Neighbours extends Loop {

  /// Signals that may wait to be called out.
  static final int MOST = 2_000;

  private static final Logger log = LoggerFactory.getLogger(Neighbours.class);
  private static final Duration LISTEN = Duration.ofMillis(100);
  private static final Duration AFTER_A_CUT = Duration.ofSeconds(1);
  private static final long CHECK = Duration.ofSeconds(5).toNanos();

  private final Live live;
  private final SignalLine line;
  private final Queue<Signal> waiting = new ArrayBlockingQueue<>(MOST);
  private long checked = System.nanoTime();
  private long called = System.nanoTime() - LISTEN.toNanos();
  private boolean cut;

  Neighbours(Live live, SignalLine line) {
    super("signals", Workload.SIGNALS, AFTER_A_CUT, Order.UPKEEP);
    this.live = live;
    this.line = line;
    live.onSignal(waiting::offer);
  }

  /// Calls out what waits, and listens for a moment.
  @Override
  protected boolean round() {
    try {
      callOut();
      line.hear(LISTEN).forEach(this::heard);
      check();
      cut = false;
      return true;
    } catch (SQLException gone) {
      hangUp(gone);
      return false;
    }
  }

  @Override
  protected void closing() {
    line.hangUp();
  }

  private void callOut() throws SQLException {
    var now = System.nanoTime();
    if (!waiting.isEmpty() && now - called >= LISTEN.toNanos()) {
      line.call(take());
      called = now;
    }
  }

  /// As many signals as fit, a line each.
  private String take() {
    var text = new StringBuilder();
    for (var next = waiting.peek(); next != null; next = waiting.peek()) {
      var more = SignalText.write(next) + "\n";
      if (bytes(text) + bytes(more) > SignalLine.LONGEST) {
        break;
      }
      text.append(more);
      waiting.remove();
    }
    return text.toString();
  }

  private void heard(String text) {
    text.lines().flatMap(it -> SignalText.read(it).stream()).forEach(live::passOn);
  }

  private void check() throws SQLException {
    var now = System.nanoTime();
    if (now - checked > CHECK) {
      line.check();
      checked = now;
    }
  }

  private void hangUp(SQLException gone) {
    if (!cut) {
      log.atWarn()
          .addKeyValue("fault", gone.getMessage())
          .log("replicas do not hear each other's signals until the database can be reached");
    }
    cut = true;
    waiting.clear();
    line.hangUp();
  }

  private static int bytes(CharSequence text) {
    return text.toString().getBytes(StandardCharsets.UTF_8).length;
  }
}
