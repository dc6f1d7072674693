package dev.relevo.bot.lane;

import dev.relevo.bot.database.Workload;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;

/// Work that goes on, round by round, for as long as the application runs: at once when it is
/// woken, and by itself every so often. A round that fails is logged and tried again.
public abstract class Loop implements SmartLifecycle {

  /// What begins before what. It ends the other way round.
  public enum Order {
    /// What the bot answers from.
    KNOWLEDGE(0),
    /// Which lanes are ours.
    LEASES(1),
    /// What leaves.
    SENDING(2),
    /// What is answered.
    ANSWERING(3),
    /// What may as well happen later.
    UPKEEP(4);

    private final int phase;

    Order(int phase) {
      this.phase = phase;
    }
  }

  private final String name;
  private final Workload workload;
  private final Order order;
  private final Beat beat;
  private volatile boolean running;

  /// @param workload whose connections it works with
  /// @param every how often it looks when nobody wakes it
  protected Loop(String name, Workload workload, Duration every, Order order) {
    this(name, workload, every, Duration.ZERO, order);
  }

  /// @param distance the least time from one round to the next: what comes in between shares a
  ///   round
  protected Loop(String name, Workload workload, Duration every, Duration distance, Order order) {
    this.name = name;
    this.workload = workload;
    this.order = order;
    this.beat = new Beat(name, workload, every, distance, this::round);
  }

  /// One round of work; true when there was more than a round takes: the next comes at once.
  protected abstract boolean round();

  /// Before the first round, on the thread that starts the application: a fault ends the start.
  protected void opening() {}

  /// After the last round.
  protected void closing() {}

  /// Somebody knows that there is something to do. Returns at once.
  public final void wake() {
    beat.wake();
  }

  final String name() {
    return name;
  }

  final Workload workload() {
    return workload;
  }

  @Override
  public final void start() {
    workload.run(this::opening);
    beat.start();
    running = true;
  }

  @Override
  public final void stop() {
    running = false;
    beat.stop();
    workload.run(this::closing);
  }

  /// All of one order end side by side, and Spring's limit for an order bounds them together.
  @Override
  public final void stop(Runnable ended) {
    Thread.ofVirtual()
        .name(name + "-stop")
        .start(() -> {
          try {
            stop();
          } finally {
            ended.run();
          }
        });
  }

  @Override
  public final boolean isRunning() {
    return running;
  }

  @Override
  public final int getPhase() {
    return order.phase;
  }
}
