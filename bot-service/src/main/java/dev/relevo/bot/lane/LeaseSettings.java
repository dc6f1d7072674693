package dev.relevo.bot.lane;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How leases are kept (`relevo.lanes.*`). What a killed replica held is another's at the latest
/// one lease and one renewal later.
///
/// @param lease how long one lasts, on the database's clock
/// @param renewal how often it is prolonged
/// @param margin how long before its end no new work is begun
@ConfigurationProperties("relevo.lanes")
record LeaseSettings(
    @DefaultValue("10s") Duration lease,
    @DefaultValue("2s") Duration renewal,
    @DefaultValue("2s") Duration margin) {

  LeaseSettings {
    if (renewal.plus(margin).compareTo(lease) >= 0) {
      throw new IllegalArgumentException(
          "relevo.lanes: renewal and margin together are shorter than the lease");
    }
  }
}
