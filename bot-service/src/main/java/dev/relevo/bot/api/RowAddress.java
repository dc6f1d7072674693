package dev.relevo.bot.api;

import dev.relevo.bot.problem.Problem;
import dev.relevo.bot.problem.Refused;
import dev.relevo.knowledge.matrix.RowId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// A row's id as it stands in an address: as it is where it can, else `~` and its base64url,
/// because some signs (`/`, `;`, `%`, …) do not travel in addresses.
final class RowAddress {

  private static final String PLAIN = "[A-Za-z0-9._-]*[A-Za-z0-9_-]";

  private RowAddress() {}

  static String of(RowId id) {
    return id.value().matches(PLAIN) ? id.value() : "~" + encoded(id.value());
  }

  /// @throws Refused if no row can have that address
  static RowId read(String text) {
    try {
      return new RowId(text.startsWith("~") ? decoded(text.substring(1)) : text);
    } catch (IllegalArgumentException notAnId) {
      throw new Refused(Problem.ROW_UNKNOWN, text);
    }
  }

  static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /// @throws IllegalArgumentException if it is no base64url
  static String decoded(String text) {
    return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
  }
}
