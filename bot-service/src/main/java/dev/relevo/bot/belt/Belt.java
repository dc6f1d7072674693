package dev.relevo.bot.belt;

import java.util.List;
import java.util.function.Consumer;

/// A line of texts from any replica to the one that holds their shard. What is on it is taken off
/// in the order in which it was put on, shard by shard, at least once: whoever takes it off must
/// know it again.
public interface Belt extends AutoCloseable {

  /// Something to be carried.
  ///
  /// @param shard of [dev.relevo.bot.lane.Leases]: whoever holds it takes this off
  /// @param key what it is about; for those who look at the cluster
  record Item(int shard, String key, String text) {}

  /// Puts them on and returns once the cluster has them safe: on every broker that is in step, and
  /// on as many as the topic demands.
  ///
  /// @throws BeltStuck when it has not within the time; some may be on the belt nevertheless
  void put(List<Item> items);

  /// Takes off what lies there for this replica, and waits a moment for the first. It is done with
  /// once the worker returns; when the worker throws, or the replica dies before, it comes again.
  /// For one thread.
  ///
  /// @return false when this replica holds no shards now
  boolean take(Consumer<List<String>> worker);

  /// How much lay there for this replica at the last look, and is not done with. May be asked by
  /// any thread.
  long waiting();

  @Override
  void close();
}
