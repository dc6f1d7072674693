package dev.relevo.bot.reading;

import dev.relevo.bot.setting.CannotStart;
import dev.relevo.knowledge.sheet.Google;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Google sheets that matrices are kept in step with.
///
/// @param every how long after a round the next begins: `relevo.sheets.every`, a second at least
/// @param apiUrl where the Sheets API is; a stand-in on this machine may take its place
/// @param tokenUrl where keys are exchanged for tokens
@ConfigurationProperties("relevo.sheets")
record SheetSettings(
    @DefaultValue("1m") Duration every, @Nullable URI apiUrl, @Nullable URI tokenUrl) {

  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

  SheetSettings {
    if (every.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new CannotStart("relevo.sheets.every is shorter than a second; write 1m, for example.");
    }
    requireReachable("api-url", apiUrl);
    requireReachable("token-url", tokenUrl);
  }

  private static void requireReachable(String name, @Nullable URI address) {
    var isHere = address != null && HERE.contains(address.getHost());
    if (address != null && !"https".equals(address.getScheme()) && !isHere) {
      throw new CannotStart(
          "relevo.sheets.%s is not a web address that may be used; write it like https://sheets.googleapis.com/ (plain http only to this machine)."
              .formatted(name));
    }
  }

  Google google() {
    var real = Google.REAL;
    return new Google(
        apiUrl == null ? real.root() : apiUrl.toString().replaceAll("/+$", "") + "/",
        tokenUrl == null ? real.tokens() : tokenUrl,
        real.patience());
  }
}
