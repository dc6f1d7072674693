package dev.relevo.knowledge.fetch;

import dev.relevo.knowledge.sentence.Sentence;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// An address as a person enters it: whether it can be fetched at all, and what is wrong with it
/// otherwise. It says nothing about the machine behind it, which is asked when it is fetched.
public sealed interface WebAddress {

  /// http or https, a host, no user, no fragment, at most 2,000 characters.
  record Sound(URI uri) implements WebAddress {}

  record Wrong(Sentence why) implements WebAddress {}

  /// Reads it; `www.example.com` without a scheme means https.
  static WebAddress of(String entered) {
    var text = entered.strip();
    try {
      return of(new URI(text.contains("://") ? text : "https://" + text));
    } catch (URISyntaxException | IllegalArgumentException notAnAddress) {
      return new Wrong(Sentence.of("fetch.address", text));
    }
  }

  /// Checks an address that was put together, of a redirect or a link.
  static WebAddress of(URI uri) {
    var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    var authority = uri.getRawAuthority();
    if (!(scheme.equals("http") || scheme.equals("https"))
        || authority == null
        || !StandardCharsets.UTF_8.newEncoder().canEncode(uri.toString())
        || uri.toString().length() > 2_000) {
      return new Wrong(Sentence.of("fetch.address", uri));
    }
    if (authority.contains("@")) {
      return new Wrong(Sentence.of("fetch.credentials"));
    }
    return plain(scheme, authority, uri);
  }

  private static WebAddress plain(String scheme, String authority, URI uri) {
    try {
      // Hosts with letters of every language, which URI takes for registry-based names.
      var ascii =
          authority.startsWith("[") ? authority : IDN.toASCII(authority, IDN.ALLOW_UNASSIGNED);
      var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
      var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      var plain =
          new URI(
              new URI(scheme + "://" + ascii.toLowerCase(Locale.ROOT) + path + query)
                  .toASCIIString());
      return plain.getHost() == null || plain.getPort() > 65_535
          ? new Wrong(Sentence.of("fetch.address", uri))
          : new Sound(plain);
    } catch (URISyntaxException | IllegalArgumentException notAHost) {
      return new Wrong(Sentence.of("fetch.address", uri));
    }
  }
}
