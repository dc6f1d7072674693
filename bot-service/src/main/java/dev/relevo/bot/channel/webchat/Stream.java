package dev.relevo.bot.channel.webchat;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.relevo.crm.contact.Address;
import dev.relevo.crm.contact.ContactId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/// One page that listens. What it must hear is written by a virtual thread of its own that lives
/// only while there is something to write; changes that come meanwhile become one.
final class Stream {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final MediaType UTF_8 = new MediaType("text", "plain", StandardCharsets.UTF_8);
  private static final AtomicLong NUMBERS = new AtomicLong();

  private final long number = NUMBERS.incrementAndGet();
  private final Visiting visiting;
  private final SseEmitter emitter;
  private final VisitorThreads threads;
  private volatile ContactId contact;
  private final List<Typing> typing = new ArrayList<>();
  private boolean changed;
  private boolean beat;
  private boolean writing;
  private boolean closed;

  Stream(Visiting visiting, ContactId contact, SseEmitter emitter, VisitorThreads threads) {
    this.visiting = visiting;
    this.contact = contact;
    this.emitter = emitter;
    this.threads = threads;
  }

  /// Everything of the thread up to this revision can be read.
  record State(String thread, long revision, Seen.Speaker floor) {}

  /// Somebody types.
  ///
  /// @param from `bot` or `person`
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Typing(String from, Optional<String> name) {}

  /// The visitor's address as it is now.
  Optional<Address> address() {
    return threads.address(visiting.channel(), visiting.visitor());
  }

  long number() {
    return number;
  }

  Visiting visiting() {
    return visiting;
  }

  ContactId contact() {
    return contact;
  }

  void contact(ContactId now) {
    contact = now;
  }

  boolean isOver(Instant now) {
    return !now.isBefore(visiting.expires());
  }

  synchronized void changed() {
    changed = true;
    start();
  }

  synchronized void typing(Typing who) {
    if (typing.isEmpty()) {
      typing.add(who);
    }
    start();
  }

  /// Shows both ends that the other is there.
  synchronized void beat() {
    beat = true;
    start();
  }

  void close() {
    synchronized (this) {
      closed = true;
    }
    emitter.complete();
  }

  private void start() {
    if (!writing && !closed) {
      writing = true;
      Thread.ofVirtual().name("webchat-stream").start(this::write);
    }
  }

  private void write() {
    try {
      for (var due = next(); due.something(); due = next()) {
        send(due);
      }
    } catch (IOException | IllegalStateException gone) {
      close();
    } catch (RuntimeException failure) {
      // The thread could not be read: the page comes again and asks.
      close();
    }
  }

  private record Due(boolean changed, List<Typing> typing, boolean beat) {
    boolean something() {
      return changed || beat || !typing.isEmpty();
    }
  }

  private synchronized Due next() {
    var due = new Due(changed, List.copyOf(typing), beat);
    changed = false;
    beat = false;
    typing.clear();
    if (closed || !due.something()) {
      writing = false;
      return new Due(false, List.of(), false);
    }
    return due;
  }

  private void send(Due due) throws IOException {
    if (due.changed()) {
      var now = threads.state(visiting, contact);
      if (now.isEmpty()) {
        send("gone", new Object[0]);
        close();
        return;
      }
      send("changed", now.get());
    }
    for (var who : due.typing()) {
      send("typing", who);
    }
    if (due.beat() && !due.changed()) {
      emitter.send(SseEmitter.event().comment("beat"));
    }
  }

  private void send(String name, Object data) throws IOException {
    emitter.send(SseEmitter.event().name(name).data(JSON.writeValueAsString(data), UTF_8));
  }
}
