package dev.relevo.bot.llm;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Headers sent along, as a person writes them: `X-Title: Relevo; api-key: …`, one a line or parted
/// by semicolons. They may be secret.
record Headers(String text, Map<String, String> byName) {

  static final Headers NONE = new Headers("", Map.of());

  private static final int LONGEST = 4_000;
  private static final Pattern LINE =
      Pattern.compile("\\s*([A-Za-z0-9-]{1,100})\\s*:\\s*([\\x20-\\x7e]{1,2000}?)\\s*");

  /// The transport's own.
  private static final Set<String> RESERVED =
      Set.of(
          "host",
          "connection",
          "content-length",
          "content-type",
          "content-encoding",
          "transfer-encoding",
          "te",
          "trailer",
          "upgrade",
          "expect");

  /// @throws IllegalArgumentException with the number of the one that cannot be sent; never its
  ///   text
  static Headers of(String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("more than 4000 characters");
    }
    var headers = new LinkedHashMap<String, String>();
    int number = 0;
    for (var entry : text.split("[;\n]", -1)) {
      number++;
      if (!entry.isBlank()) {
        var parts = LINE.matcher(entry);
        if (!parts.matches() || RESERVED.contains(parts.group(1).toLowerCase(Locale.ROOT))) {
          throw new IllegalArgumentException("number " + number);
        }
        headers.put(parts.group(1), parts.group(2));
      }
    }
    return new Headers(text.strip(), Map.copyOf(headers));
  }

  @Override
  public String toString() {
    return "Headers" + byName.keySet();
  }
}
