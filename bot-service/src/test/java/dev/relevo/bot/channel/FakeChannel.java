package dev.relevo.bot.channel;

import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/// A channel that keeps what it was given and answers as told. Safe for many threads.
public final class FakeChannel implements Channel {

  private final ChannelId id;
  private final WorkspaceId workspace;
  private final AtomicLong number = new AtomicLong();
  private final List<Sent> sent = new ArrayList<>();
  private final List<String> typing = new ArrayList<>();
  private final Map<String, Queue<Function<Dispatch, Delivery>>> scripts = new HashMap<>();
  private final Queue<Function<Dispatch, Delivery>> next = new ArrayDeque<>();
  private Optional<Function<Dispatch, Delivery>> always = Optional.empty();
  private Pace pace = Pace.UNBOUNDED;
  private Optional<Duration> window = Optional.empty();

  public FakeChannel(String id, WorkspaceId workspace) {
    this.id = new ChannelId(id);
    this.workspace = workspace;
  }

  /// Something it was given, and what it said of it.
  ///
  /// @param number rises with each, in the order they came
  public record Sent(long number, Dispatch dispatch, Delivery delivery) {}

  public FakeChannel pacedBy(Pace pace) {
    this.pace = pace;
    return this;
  }

  public FakeChannel openFor(Duration window) {
    this.window = Optional.of(window);
    return this;
  }

  /// What it answers to the next dispatches, one after the other; afterwards it accepts.
  public synchronized FakeChannel answering(Delivery... deliveries) {
    for (var delivery : deliveries) {
      next.add(_ -> delivery);
    }
    return this;
  }

  /// What it answers to the next dispatch of that reference, and what it does before: waiting on a
  /// barrier, for example.
  public synchronized FakeChannel answering(String reference, Function<Dispatch, Delivery> answer) {
    scripts.computeIfAbsent(reference, _ -> new ArrayDeque<>()).add(answer);
    return this;
  }

  /// What it answers to whatever has no answer of its own, now and later.
  public synchronized FakeChannel alwaysAnswering(Function<Dispatch, Delivery> answer) {
    always = Optional.of(answer);
    return this;
  }

  /// The messages for which it was to show that an answer is being written.
  public synchronized List<String> typed() {
    return List.copyOf(typing);
  }

  @Override
  public synchronized void typing(String message) {
    typing.add(message);
  }

  /// Everything it was given, accepted or not, in order.
  public synchronized List<Sent> sent() {
    return List.copyOf(sent);
  }

  /// Only what it accepted.
  public List<Dispatch> accepted() {
    return sent().stream()
        .filter(it -> it.delivery() instanceof Delivery.Accepted)
        .map(Sent::dispatch)
        .toList();
  }

  @Override
  public ChannelId id() {
    return id;
  }

  @Override
  public String type() {
    return "fake";
  }

  @Override
  public WorkspaceId workspace() {
    return workspace;
  }

  @Override
  public Delivery deliver(Dispatch dispatch) {
    var mine = number.incrementAndGet();
    var delivery =
        script(dispatch).orElse(_ -> new Delivery.Accepted("fake-" + mine)).apply(dispatch);
    synchronized (this) {
      sent.add(new Sent(mine, dispatch, delivery));
    }
    return delivery;
  }

  @Override
  public Pace pace() {
    return pace;
  }

  @Override
  public Optional<Duration> window() {
    return window;
  }

  private synchronized Optional<Function<Dispatch, Delivery>> script(Dispatch dispatch) {
    var own = scripts.get(dispatch.reference());
    return Optional.ofNullable(own == null || own.isEmpty() ? next.poll() : own.poll())
        .or(() -> always);
  }
}
