package dev.relevo.bot.operation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Who may read the metrics from another machine: the bearer of this token
/// (`RELEVO_METRICS_TOKEN`). Not set: nobody.
@ConfigurationProperties("relevo.metrics")
record MetricsSettings(@DefaultValue("") String token) {

  @Override
  public String toString() {
    return "MetricsSettings[token=…]";
  }
}
