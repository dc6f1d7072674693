package dev.relevo.knowledge.fetch;

import dev.relevo.knowledge.sentence.Sentence;
import java.net.URI;

/// What became of a fetch.
public sealed interface Fetched {

  /// The content is there, all of it.
  ///
  /// @param address where it came from, after redirects
  /// @param type its media type in lower case, without parameters; empty if the server names none
  /// @param charset as the server names it; empty if it names none
  @SuppressWarnings("ArrayRecordComponent") // Handed on as it came, never compared.
  record Content(URI address, String type, String charset, byte[] bytes, Validators validators)
      implements Fetched {}

  /// The content is the one the validators came with.
  record Unchanged() implements Fetched {}

  /// There is nothing to be had, or it must not be had.
  ///
  /// @param status what the server said; 0 if it was not asked, or not heard
  record Refused(int status, Sentence why) implements Fetched {}
}
