package dev.relevo.bot.setting;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Where people reach this service from outside: the start of every link it writes (invitations,
/// media, the web chat's script). `RELEVO_PUBLIC_URL`, or `http://localhost:port` when that is not
/// set.
public final class PublicUrl {

  private final Supplier<URI> base;

  private PublicUrl(Supplier<URI> base) {
    this.base = base;
  }

  static PublicUrl of(String setting, IntSupplier port) {
    if (setting.isBlank()) {
      return new PublicUrl(() -> URI.create("http://localhost:" + port.getAsInt()));
    }
    var base = parse(setting.strip());
    return new PublicUrl(() -> base);
  }

  /// The address without a slash at its end. With the port 0 it is right only once the web server
  /// runs.
  public URI base() {
    return base.get();
  }

  /// The full address of a path of this service, `/invite/abc`.
  public URI at(String path) {
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("path does not start with a slash: " + path);
    }
    return URI.create(base() + path);
  }

  /// Whether people come by https, so that cookies are marked secure.
  public boolean secure() {
    return "https".equals(base().getScheme());
  }

  private static URI parse(String setting) {
    try {
      var url = new URI(setting.replaceAll("/+$", ""));
      var web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      if (web && url.getHost() != null && url.getQuery() == null && url.getFragment() == null) {
        return url;
      }
    } catch (URISyntaxException notAnAddress) {
      throw refusal(setting, notAnAddress);
    }
    throw refusal(setting, null);
  }

  private static CannotStart refusal(String setting, @Nullable Throwable cause) {
    var sentence =
        "RELEVO_PUBLIC_URL is \"%s\", which is not a web address; write it like https://chat.example.com"
            .formatted(setting);
    return cause == null ? new CannotStart(sentence) : new CannotStart(sentence, cause);
  }
}
