package dev.relevo.bot.channel.webchat;

import dev.relevo.bot.live.Live;
import dev.relevo.bot.problem.Problem;
import dev.relevo.bot.problem.Refused;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.workspace.WorkspaceId;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.stereotype.Component;

/// The pages that listen. One ear per workspace hears the journal for all of them; a heartbeat
/// finds those who left without a word.
@Component
final class Streams implements ApplicationListener<ContextClosedEvent> {

  /// Tabs share one; more are browsers without that skill, or connections that are dead already, so
  /// the oldest gives way.
  static final int PER_VISITOR = 4;

  static final int PER_ADDRESS = 100;
  static final int MOST = 5_000;
  static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private final Live live;
  private final Speakers speakers;
  private final Clock clock;
  private final ScheduledExecutorService heart =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("webchat-heartbeat").factory());
  private final Set<Stream> all = new LinkedHashSet<>();
  private final Map<ContactId, Set<Stream>> byContact = new HashMap<>();
  private final Map<WorkspaceId, Live.Following> ears = new HashMap<>();
  private boolean closed;

  Streams(Live live, Speakers speakers, Clock clock, MeterRegistry metrics) {
    this.live = live;
    this.speakers = speakers;
    this.clock = clock;
    metrics.gauge("relevo.webchat.streams", this, Streams::size);
    var _ =
        heart.scheduleAtFixedRate(
            this::beat, HEARTBEAT.toMillis(), HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Lets a page listen; it is told at once how far the thread is.
  void add(Stream stream) {
    var leaving = admit(stream);
    leaving.forEach(Stream::close);
    stream.changed();
  }

  private synchronized List<Stream> admit(Stream stream) {
    var visiting = stream.visiting();
    if (closed
        || all.size() >= MOST
        || count(it -> it.visiting().address().equals(visiting.address())) >= PER_ADDRESS) {
      throw new Refused(Problem.TOO_MANY_STREAMS);
    }
    var theirs =
        byContact.getOrDefault(stream.contact(), Set.of()).stream()
            .filter(it -> it.visiting().visitor().equals(visiting.visitor()))
            .sorted(Comparator.comparingLong(Stream::number))
            .toList();
    all.add(stream);
    byContact.computeIfAbsent(stream.contact(), _ -> new LinkedHashSet<>()).add(stream);
    ears.computeIfAbsent(
        visiting.channel().workspace(), it -> live.follow(it, new Ear(this, it, speakers)));
    return theirs.size() < PER_VISITOR
        ? List.of()
        : theirs.subList(0, theirs.size() - PER_VISITOR + 1);
  }

  synchronized void remove(Stream stream) {
    if (!all.remove(stream)) {
      return;
    }
    forget(stream);
    var workspace = stream.visiting().channel().workspace();
    var ear = ears.get(workspace);
    if (ear != null
        && all.stream().noneMatch(it -> it.visiting().channel().workspace().equals(workspace))) {
      ears.remove(workspace);
      ear.close();
    }
  }

  synchronized List<Stream> of(ContactId contact) {
    return List.copyOf(byContact.getOrDefault(contact, Set.of()));
  }

  synchronized List<Stream> of(WorkspaceId workspace) {
    return all.stream()
        .filter(it -> it.visiting().channel().workspace().equals(workspace))
        .toList();
  }

  /// Two contacts became one, or one became two: each page goes on with whom its visitor is now.
  void moved(Collection<ContactId> contacts) {
    for (var contact : contacts) {
      for (var stream : of(contact)) {
        stream.address().ifPresent(it -> rename(stream, it.contact()));
        stream.changed();
      }
    }
  }

  synchronized int size() {
    return all.size();
  }

  /// Ends every stream first, so that an orderly stop does not wait for pages that never leave.
  @Override
  public void onApplicationEvent(ContextClosedEvent event) {
    heart.shutdownNow();
    List<Stream> leaving;
    synchronized (this) {
      closed = true;
      leaving = List.copyOf(all);
    }
    leaving.forEach(Stream::close);
    leaving.forEach(this::remove);
  }

  private void beat() {
    var now = clock.instant();
    List<Stream> listening;
    synchronized (this) {
      listening = new ArrayList<>(all);
    }
    for (var stream : listening) {
      if (stream.isOver(now)) {
        stream.close();
        remove(stream);
      } else {
        stream.beat();
      }
    }
  }

  private synchronized void rename(Stream stream, ContactId contact) {
    if (all.contains(stream)) {
      forget(stream);
      stream.contact(contact);
      byContact.computeIfAbsent(contact, _ -> new LinkedHashSet<>()).add(stream);
    }
  }

  private void forget(Stream stream) {
    var theirs = byContact.getOrDefault(stream.contact(), Set.of());
    theirs.remove(stream);
    if (theirs.isEmpty()) {
      byContact.remove(stream.contact());
    }
  }

  private long count(Predicate<Stream> which) {
    return all.stream().filter(which).count();
  }
}
