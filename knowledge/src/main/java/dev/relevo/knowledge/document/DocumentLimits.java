package dev.relevo.knowledge.document;

import java.time.Duration;

/// What documents may take at most.
///
/// @param documents of a workspace
/// @param bytes of all of a workspace's documents together
/// @param passages of all of a workspace's documents together
/// @param fileBytes of one file or page
/// @param characters of text in one file or page
/// @param parsing how long one file or page may be parsed
public record DocumentLimits(
    int documents, long bytes, int passages, int fileBytes, int characters, Duration parsing) {

  /// 200 documents, 200 MB, 20,000 passages; 10 MB, 2 million characters and a minute each.
  public static final DocumentLimits DEFAULT =
      new DocumentLimits(
          200, 200L * 1024 * 1024, 20_000, 10 * 1024 * 1024, 2_000_000, Duration.ofMinutes(1));

  /// The same limits with another for one file or page.
  public DocumentLimits withFileBytes(int most) {
    return new DocumentLimits(documents, bytes, passages, most, characters, parsing);
  }

  static long megabytes(long bytes) {
    return Math.max(1, bytes / (1024 * 1024));
  }
}
