package dev.relevo.bot.channel.webchat;

import dev.relevo.bot.pace.Buckets;
import dev.relevo.bot.problem.Problem;
import dev.relevo.bot.problem.Refused;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// How much a visitor, and an internet address, may ask of us. An address may be an office of
/// hundreds, so its bounds are wide.
final class Limits {

  /// What is counted.
  enum Act {
    SESSION(20, Duration.ofSeconds(3), 60, Duration.ofSeconds(1)),
    MESSAGE(10, Duration.ofSeconds(2), 120, Duration.ofMillis(200)),
    FILE(6, Duration.ofSeconds(20), 40, Duration.ofSeconds(3)),
    VOTE(10, Duration.ofSeconds(2), 120, Duration.ofMillis(200)),
    READ(60, Duration.ofMillis(150), 600, Duration.ofMillis(10)),
    TYPING(5, Duration.ofSeconds(1), 200, Duration.ofMillis(50)),
    STREAM(10, Duration.ofSeconds(2), 120, Duration.ofMillis(500));

    private final int burst;
    private final Duration each;
    private final int addressBurst;
    private final Duration addressEach;

    Act(int burst, Duration each, int addressBurst, Duration addressEach) {
      this.burst = burst;
      this.each = each;
      this.addressBurst = addressBurst;
      this.addressEach = addressEach;
    }

    private Buckets.Rate visitor() {
      return new Buckets.Rate(burst, each);
    }

    private Buckets.Rate address() {
      return new Buckets.Rate(addressBurst, addressEach);
    }
  }

  private final Map<Act, Buckets> visitors = new EnumMap<>(Act.class);
  private final Map<Act, Buckets> addresses = new EnumMap<>(Act.class);

  Limits(Clock clock) {
    for (var act : Act.values()) {
      visitors.put(act, new Buckets(act.visitor(), Buckets.MOST, clock));
      addresses.put(act, new Buckets(act.address(), Buckets.MOST, clock));
    }
  }

  /// Counts one act; refuses what is too much.
  void count(Act act, Visiting visiting) {
    refuse(of(addresses, act).take(visiting.address()));
    refuse(of(visitors, act).take(visiting.visitor().id()));
  }

  /// Counts an act of somebody who has no token yet.
  void count(Act act, String address) {
    refuse(of(addresses, act).take(address));
  }

  /// Whether it may be done; what is too much is left out without a word.
  boolean permits(Act act, Visiting visiting) {
    return of(addresses, act).take(visiting.address()).isEmpty()
        && of(visitors, act).take(visiting.visitor().id()).isEmpty();
  }

  private static Buckets of(Map<Act, Buckets> buckets, Act act) {
    var found = buckets.get(act);
    if (found == null) {
      throw new IllegalStateException("no bucket for " + act);
    }
    return found;
  }

  private static void refuse(Optional<Duration> wait) {
    wait.ifPresent(it -> {
      throw new Refused(Problem.TOO_MANY_REQUESTS).retryAfter(it);
    });
  }
}
