package dev.relevo.knowledge.matrix;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/// What may stand as a link in the matrix: `http` and `https`, with a host, at most 2,000
/// characters.
final class WebAddress {

  private WebAddress() {}

  static boolean isValid(String text) {
    if (text.length() > 2_000) {
      return false;
    }
    try {
      var uri = new URI(text);
      var scheme = uri.getScheme();
      return scheme != null
          && (scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))
          && uri.getRawAuthority() != null;
    } catch (URISyntaxException notAnAddress) {
      return false;
    }
  }

  /// Whether somebody who wrote this meant a web address, right or wrong.
  static boolean isMeant(String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    return lower.contains("://") || lower.startsWith("www.");
  }
}
