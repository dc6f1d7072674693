package dev.relevo.bot.lane;

import java.time.Duration;

/// How leases are kept.
///
/// @param lease how long one lasts, on the database's clock
/// @param renewal how often it is prolonged
/// @param margin how long before its end no new work is begun
/// @param alone whether no other replica can be there: then a crash's leases need not run out first
record LeaseSettings(Duration lease, Duration renewal, Duration margin, boolean alone) {

  static final LeaseSettings DEFAULT =
      new LeaseSettings(
          Duration.ofSeconds(15), Duration.ofSeconds(5), Duration.ofSeconds(3), false);

  LeaseSettings whenAlone(boolean nobodyElse) {
    return new LeaseSettings(lease, renewal, margin, nobodyElse);
  }
}
