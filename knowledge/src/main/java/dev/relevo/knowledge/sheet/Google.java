package dev.relevo.knowledge.sheet;

import java.net.URI;
import java.time.Duration;

/// Where Google is. A key's own word on that is not believed: it was uploaded by somebody.
///
/// @param root the address of the Sheets API, with a slash at its end
/// @param tokens where keys are exchanged for tokens
/// @param patience how long one answer may take
public record Google(String root, URI tokens, Duration patience) {

  /// The one on the internet.
  public static final Google REAL =
      new Google(
          "https://sheets.googleapis.com/",
          URI.create("https://oauth2.googleapis.com/token"),
          Duration.ofSeconds(30));
}
