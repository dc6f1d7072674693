package dev.relevo.bot.pace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// How often each key may do something. Keys not used for longest are forgotten beyond a bound, so
/// that memory stays the same whoever calls; a forgotten key starts with a full bucket.
public final class Buckets {

  /// How many keys are remembered where nothing else is said.
  public static final int MOST = 20_000;

  private final Rate rate;
  private final Clock clock;
  private final Map<String, Bucket> buckets;

  /// @param most how many keys are remembered
  public Buckets(Rate rate, int most, Clock clock) {
    this.rate = rate;
    this.clock = clock;
    this.buckets =
        new LinkedHashMap<>(64, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > most;
          }
        };
  }

  /// How fast a bucket fills.
  ///
  /// @param burst how much fits in
  /// @param each the time in which one is added
  public record Rate(int burst, Duration each) {}

  private record Bucket(double level, Instant at) {}

  /// Takes one; or says how long it takes until there is one.
  public synchronized Optional<Duration> take(String key) {
    var now = clock.instant();
    var level = level(buckets.get(key), now);
    if (level < 1) {
      return Optional.of(untilOne(level));
    }
    buckets.put(key, new Bucket(level - 1, now));
    return Optional.empty();
  }

  /// How long it takes until one can be taken; empty when one can be now. Takes nothing.
  public synchronized Optional<Duration> wait(String key) {
    var level = level(buckets.get(key), clock.instant());
    return level < 1 ? Optional.of(untilOne(level)) : Optional.empty();
  }

  private Duration untilOne(double level) {
    return Duration.ofNanos((long) Math.ceil((1 - level) * rate.each().toNanos()));
  }

  synchronized int size() {
    return buckets.size();
  }

  private double level(@org.jspecify.annotations.Nullable Bucket bucket, Instant now) {
    // A bucket of times to come was left by a clock that was put back since: it would stay empty
    // until then.
    if (bucket == null || bucket.at().isAfter(now)) {
      return rate.burst();
    }
    var passed = Duration.between(bucket.at(), now).toNanos();
    return Math.min(rate.burst(), bucket.level() + passed / (double) rate.each().toNanos());
  }
}
