package dev.relevo.knowledge.fetch;

import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;

/// A server's answer, of which no more is read than is allowed.
///
/// @param from the address that was asked
record Answer(URI from, ClassicHttpResponse response) {

  /// The media type, in lower case, without parameters; empty if there is none.
  String type() {
    var header = header(response, HttpHeaders.CONTENT_TYPE).orElse("");
    var end = header.indexOf(';');
    return (end < 0 ? header : header.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  private String charset() {
    var header = header(response, HttpHeaders.CONTENT_TYPE).orElse("");
    var at = header.toLowerCase(Locale.ROOT).indexOf("charset=");
    if (at < 0) {
      return "";
    }
    var rest = header.substring(at + "charset=".length());
    var end = rest.indexOf(';');
    return (end < 0 ? rest : rest.substring(0, end)).replace("\"", "").strip();
  }

  /// The content, unpacked; empty if it is larger. What is packed to explode is read just as far.
  Optional<Fetched.Content> content(int most) throws IOException {
    var entity = response.getEntity();
    var bytes = new byte[0];
    if (entity != null) {
      var stream = entity.getContent();
      bytes = stream == null ? bytes : stream.readNBytes(most + 1);
    }
    return bytes.length > most
        ? Optional.empty()
        : Optional.of(new Fetched.Content(from, type(), charset(), bytes, validators()));
  }

  private Validators validators() {
    return new Validators(
        header(response, HttpHeaders.ETAG), header(response, HttpHeaders.LAST_MODIFIED));
  }

  static Optional<String> header(ClassicHttpResponse response, String name) {
    var header = response.getFirstHeader(name);
    return header == null || header.getValue() == null
        ? Optional.empty()
        : Optional.of(header.getValue()).filter(it -> it.length() <= 4_000);
  }
}
