package dev.relevo.bot.trace;

import dev.relevo.bot.setting.CannotStart;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where traces go (`relevo.traces.*`).
///
/// @param endpoint that speaks OTLP over HTTP, `http://collector:4318/v1/traces`; empty: nowhere
/// @param share of the messages that are told of, above 0 and up to 1
@ConfigurationProperties("relevo.traces")
record TraceSettings(@DefaultValue("") String endpoint, @DefaultValue("1") double share) {

  TraceSettings {
    endpoint = endpoint.strip();
    if (!endpoint.isEmpty() && !endpoint.matches("https?://.+")) {
      throw new CannotStart(
          "RELEVO_TRACES_ENDPOINT is \"%s\", which is not an address; write it like http://collector:4318/v1/traces"
              .formatted(endpoint));
    }
    if (!(share > 0 && share <= 1)) {
      throw new CannotStart(
          "RELEVO_TRACES_SHARE is %s; it must be above 0 and at most 1.".formatted(share));
    }
  }
}
