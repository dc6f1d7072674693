package dev.relevo.eval.crash;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The line between a service and its database, which can be cut or fall silent.
final class Line implements AutoCloseable {

  private static final int AT_ONCE = 16_384;

  private final int target;
  private final ServerSocket door;
  private final Set<Call> calls = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean cut;

  /// Two ends of one connection.
  private static final class Call {
    private final Socket near;
    private final Socket far;
    private volatile boolean silent;

    Call(Socket near, Socket far) {
      this.near = near;
      this.far = far;
    }
  }

  /// Leads to that port of this machine.
  Line(int target) throws IOException {
    this.target = target;
    this.door = new ServerSocket(0, 1000, InetAddress.getLoopbackAddress());
    threads.execute(this::listen);
  }

  int port() {
    return door.getLocalPort();
  }

  /// Every connection breaks, and no other comes about until [#mend].
  void cut() {
    cut = true;
    calls.forEach(Line::hangUp);
  }

  void mend() {
    cut = false;
  }

  /// Nothing passes any more over the connections there are, and neither end is told; others are
  /// not concerned.
  void silence() {
    calls.forEach(it -> it.silent = true);
  }

  @Override
  public void close() throws IOException {
    door.close();
    calls.forEach(Line::hangUp);
    threads.shutdownNow();
  }

  private void listen() {
    while (!door.isClosed()) {
      try {
        connect(door.accept());
      } catch (IOException _) {
        // closed, or nobody at the other end: the next
      }
    }
  }

  private void connect(Socket near) throws IOException {
    if (cut) {
      near.close();
      return;
    }
    try {
      var call = new Call(near, new Socket(InetAddress.getLoopbackAddress(), target));
      near.setTcpNoDelay(true);
      call.far.setTcpNoDelay(true);
      calls.add(call);
      threads.execute(() -> carry(call, call.near, call.far));
      threads.execute(() -> carry(call, call.far, call.near));
    } catch (IOException nobody) {
      near.close();
      throw nobody;
    }
  }

  private void carry(Call call, Socket from, Socket to) {
    var buffer = new byte[AT_ONCE];
    try {
      for (var read = from.getInputStream().read(buffer);
          read >= 0;
          read = from.getInputStream().read(buffer)) {
        if (!call.silent) {
          to.getOutputStream().write(buffer, 0, read);
        }
      }
    } catch (IOException _) {
      // broken
    }
    ended(call);
  }

  /// On a silent line neither end hears that the other hung up.
  private void ended(Call call) {
    if (!call.silent) {
      hangUp(call);
      calls.remove(call);
    }
  }

  private static void hangUp(Call call) {
    for (var end : new Socket[] {call.near, call.far}) {
      try {
        end.close();
      } catch (IOException _) {
        // it is
      }
    }
  }
}
