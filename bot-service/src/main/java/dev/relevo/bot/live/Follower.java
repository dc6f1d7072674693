package dev.relevo.bot.live;

import dev.relevo.crm.conversation.Entry;
import dev.relevo.crm.workspace.WorkspaceId;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One listener with its mailbox. A virtual thread lives only while there is something to tell.
final class Follower {

  /// Past this many untold entries the listener is told to read anew instead.
  static final int MAILBOX = 2_000;

  private static final Logger log = LoggerFactory.getLogger(Follower.class);

  private final WorkspaceId workspace;
  private final Live.Listener listener;
  private List<Entry> entries = new ArrayList<>();
  private List<Signal> signals = new ArrayList<>();
  private boolean missed;
  private boolean telling;
  private boolean closed;

  Follower(WorkspaceId workspace, Live.Listener listener) {
    this.workspace = workspace;
    this.listener = listener;
  }

  WorkspaceId workspace() {
    return workspace;
  }

  synchronized void tell(List<Entry> more) {
    if (entries.size() + more.size() > MAILBOX) {
      entries.clear();
      missed = true;
    } else if (!missed) {
      entries.addAll(more);
    }
    start();
  }

  synchronized void tell(Signal signal) {
    if (signals.size() < MAILBOX) {
      signals.add(signal);
    }
    start();
  }

  synchronized void missed() {
    entries.clear();
    missed = true;
    start();
  }

  synchronized void close() {
    closed = true;
    entries.clear();
    signals.clear();
  }

  private void start() {
    if (!telling && !closed) {
      telling = true;
      Thread.ofVirtual().name("live").start(this::empty);
    }
  }

  private void empty() {
    for (var mail = next(); mail.something(); mail = next()) {
      try {
        mail.read(listener);
      } catch (RuntimeException e) {
        log.atWarn().setCause(e).log("a page could not be told what changed");
      }
    }
  }

  private synchronized Mail next() {
    var mail = new Mail(entries, signals, missed);
    entries = new ArrayList<>();
    signals = new ArrayList<>();
    missed = false;
    if (closed || !mail.something()) {
      telling = false;
      return new Mail(List.of(), List.of(), false);
    }
    return mail;
  }

  private record Mail(List<Entry> entries, List<Signal> signals, boolean missed) {

    boolean something() {
      return missed || !entries.isEmpty() || !signals.isEmpty();
    }

    void read(Live.Listener listener) {
      if (missed) {
        listener.missed();
      }
      if (!entries.isEmpty()) {
        listener.changed(List.copyOf(entries));
      }
      signals.forEach(listener::signalled);
    }
  }
}
