package dev.relevo.bot.database;

import java.lang.ScopedValue.CallableOp;
import java.time.Duration;
import java.util.List;

/// The kinds of work that share the database. Each has connections of its own, so that a flood of
/// one never starves another: webhooks are still accepted while turns wait, and an agent's page
/// opens while couriers retry. What is not said to be anything else is [#PAGES].
public enum Workload {
  /// Console, web chat pages, everything at rest.
  PAGES,
  /// Accepting what providers and visitors send.
  WEBHOOKS,
  /// Thinking and applying.
  TURNS,
  /// Sending.
  COURIERS,
  /// Keeping leases: one connection that nothing else takes, and that is given up long before a
  /// lease ends.
  LEASES,
  /// What replicas call out to each other: one connection, opened where there can be several.
  SIGNALS;

  /// By their keys, and in memory.
  private static final List<String> BY_KEY =
      List.of(
          "SET random_page_cost = 0.1",
          "SET enable_seqscan = off",
          "SET enable_hashjoin = off",
          "SET enable_mergejoin = off",
          "SET jit = off");

  private static final ScopedValue<Workload> CURRENT = ScopedValue.newInstance();

  /// Does the work with the connections of this kind. Threads started inside do not inherit it; a
  /// transaction begun outside keeps its connection.
  public <T, X extends Throwable> T call(CallableOp<? extends T, X> work) throws X {
    return ScopedValue.where(CURRENT, this).<T, X>call(work);
  }

  /// Like [#call], without a result.
  public void run(Runnable work) {
    ScopedValue.where(CURRENT, this).run(work);
  }

  /// How its connections look rows up, as statements that say so. On a message's way few rows are
  /// looked up at a time: a plan that was made while the tables were small would read them from end
  /// to end, and be kept while they grow.
  public List<String> plans() {
    return switch (this) {
      case WEBHOOKS, TURNS, COURIERS, LEASES -> BY_KEY;
      case PAGES, SIGNALS -> List.of();
    };
  }

  /// How long a free connection or a new one is waited for.
  Duration patience() {
    return this == LEASES ? Duration.ofSeconds(2) : Duration.ofSeconds(10);
  }

  /// No statement takes longer: the line was cut where neither end was told. A lease must outlast
  /// that and be renewed in time; what customers wait for gives up sooner than what may read much.
  Duration silence() {
    return switch (this) {
      case LEASES -> Duration.ofSeconds(4);
      case WEBHOOKS, TURNS, COURIERS -> Duration.ofSeconds(30);
      case PAGES, SIGNALS -> Duration.ofSeconds(60);
    };
  }

  /// An idle connection that does not answer for so long is none.
  Duration signOfLife() {
    return this == LEASES ? Duration.ofSeconds(1) : Duration.ofSeconds(2);
  }

  static Workload current() {
    return CURRENT.orElse(PAGES);
  }
}
