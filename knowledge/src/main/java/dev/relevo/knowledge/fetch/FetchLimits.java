package dev.relevo.knowledge.fetch;

import java.time.Duration;

/// What one fetch may cost at most.
///
/// @param bytes of the content, unpacked
/// @param time for everything: names, redirects, the last byte
public record FetchLimits(int bytes, Duration time) {

  /// 10 MB in 30 seconds.
  public static final FetchLimits DEFAULT =
      new FetchLimits(10 * 1024 * 1024, Duration.ofSeconds(30));

  public FetchLimits {
    if (bytes < 1 || !time.isPositive()) {
      throw new IllegalArgumentException("a fetch needs room for a byte and some time");
    }
  }

  int megabytes() {
    return Math.max(1, bytes / (1024 * 1024));
  }
}
