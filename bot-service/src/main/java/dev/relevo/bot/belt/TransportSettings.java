package dev.relevo.bot.belt;

import dev.relevo.bot.setting.CannotStart;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What carries messages from whoever accepts them to whoever works them off.
///
/// @param transport `relevo.transport`: `postgres`, or `kafka` beside it
@ConfigurationProperties("relevo")
record TransportSettings(@DefaultValue("postgres") String transport) {

  TransportSettings {
    if (!Set.of("postgres", "kafka").contains(transport)) {
      throw new CannotStart(
          "relevo.transport is \"%s\"; it is postgres or kafka.".formatted(transport));
    }
  }
}
