package dev.relevo.eval.upgrade;

import dev.relevo.eval.play.Customers;
import dev.relevo.eval.play.Outcome;
import dev.relevo.eval.play.Reckoning;
import dev.relevo.eval.play.Script;
import dev.relevo.eval.service.Way;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/// Two replicas of one version give way to two of another, one after the other, while customers
/// write. It has five stretches: the second and the fourth last as long as it takes to replace one,
/// and in the third both versions are there.
final class Upgrade implements AutoCloseable {

  private static final int STRETCHES = 5;
  private static final Duration REPORTED_WITHIN = Duration.ofMinutes(1);

  private final Way from;
  private final Way to;
  private final Script script;
  private final Replicas replicas;
  private final Customers customers;
  private final Consumer<String> told;
  private final List<Result.Part> answered = new ArrayList<>();
  private int killed;

  /// Nothing is started yet but the database and the provider.
  ///
  /// @param told hears what happens as it happens
  Upgrade(Way from, Way to, Script script, long seed, Consumer<String> told) throws IOException {
    this.from = from;
    this.to = to;
    this.script = script;
    this.told = told;
    replicas = new Replicas(script, seed);
    customers =
        new Customers(
            replicas.provider(), replicas::webhook, Customers.inDisorder(script, new Random(seed)));
  }

  /// Takes a minute or two.
  ///
  /// @param rate deliveries a second
  Result play(double rate) throws IOException, SQLException, InterruptedException {
    var one = replicas.start("one", "old", from);
    var two = replicas.start("two", "old", from);
    var writing = new Writing(customers, rate, STRETCHES);
    writing.stretch().join();
    var newOne = replaced(one, writing.stretch());
    var sideBySide = during(writing.stretch(), List.of(two, newOne));
    var newTwo = replaced(two, writing.stretch());
    writing.finish();
    return result(List.of(newOne, newTwo), sideBySide);
  }

  private Replica replaced(Replica old, Thread stretch) throws IOException, InterruptedException {
    answered.add(old.part());
    var begun = System.nanoTime();
    if (!replicas.stop(old)) {
      killed++;
    }
    var stopped = System.nanoTime();
    var replica = replicas.start(old.place(), "new", to);
    told.accept(
        String.format(
            Locale.ROOT,
            "%s: stopped after %.1f s, the new one ready after %.1f s more",
            old.place(),
            (stopped - begun) / 1e9,
            (System.nanoTime() - stopped) / 1e9));
    stretch.join();
    return replica;
  }

  private static List<Result.Part> during(Thread stretch, List<Replica> both)
      throws InterruptedException {
    var before = new ArrayList<Result.Part>();
    for (var replica : both) {
      before.add(replica.part());
    }
    stretch.join();
    var during = new ArrayList<Result.Part>();
    for (var n = 0; n < both.size(); n++) {
      during.add(both.get(n).part().since(before.get(n)));
    }
    return during;
  }

  private Result result(List<Replica> left, List<Result.Part> sideBySide)
      throws SQLException, InterruptedException {
    var outcome = outcome();
    for (var replica : left) {
      answered.add(replica.part());
    }
    var receipts = replicas.receipts();
    return new Result(
        outcome,
        answered,
        sideBySide,
        killed,
        customers.repeated(),
        receipts.delivered(),
        receipts.undelivered());
  }

  private Outcome outcome() throws SQLException, InterruptedException {
    try (var database = replicas.look()) {
      var reckoning = new Reckoning(script, customers, replicas.provider(), database);
      reckoning.await();
      var deadline = System.nanoTime() + REPORTED_WITHIN.toNanos();
      while (System.nanoTime() < deadline && replicas.receipts().undelivered() > 0) {
        Thread.sleep(50);
      }
      return reckoning.outcome(Set.of());
    }
  }

  @Override
  public void close() {
    replicas.close();
  }
}
