package dev.relevo.bot.operation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the log is written (`RELEVO_LOG_FORMAT`); only checked here, Spring reads it
/// (application.yaml).
@ConfigurationProperties("relevo")
record LogSettings(@DefaultValue("text") Format logFormat) {

  /// Lines for a person, or one JSON object each (Elastic's Common Schema) for a collector.
  enum Format {
    TEXT,
    JSON
  }
}
