package dev.relevo.knowledge.fetch;

import java.util.Optional;

/// What a server gave to ask it later whether its content changed (RFC 9110, section 8.8).
///
/// @param entityTag its `ETag`
/// @param lastModified its `Last-Modified`, as it was written
public record Validators(Optional<String> entityTag, Optional<String> lastModified) {

  /// Nothing is known; whatever comes is new.
  public static final Validators NONE = new Validators(Optional.empty(), Optional.empty());
}
