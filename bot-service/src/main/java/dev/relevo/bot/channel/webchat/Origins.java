package dev.relevo.bot.channel.webchat;

import dev.relevo.bot.setting.PublicUrl;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/// Which pages may talk to a web chat: the ones its settings name, and our own.
final class Origins {

  private final PublicUrl publicUrl;

  Origins(PublicUrl publicUrl) {
    this.publicUrl = publicUrl;
  }

  /// @param origin as the browser sent it
  boolean allows(WebChatChannel channel, String origin, HttpServletRequest request) {
    return channel.origins().contains(origin)
        || origin.equals(of(publicUrl.base()))
        || isSameHost(origin, request);
  }

  /// Our own page, under whatever name the browser knows us (behind a proxy the scheme may differ).
  private static boolean isSameHost(String origin, HttpServletRequest request) {
    var host = request.getHeader("Host");
    return host != null
        && (origin.equals("https://" + host.toLowerCase(Locale.ROOT))
            || origin.equals("http://" + host.toLowerCase(Locale.ROOT)));
  }

  static boolean isOrigin(String text) {
    try {
      var uri = new URI(text);
      return uri.getHost() != null && uri.getUserInfo() == null && of(uri).equals(text);
    } catch (URISyntaxException notAnAddress) {
      return false;
    }
  }

  /// As browsers write it: scheme, host, and the port unless it is the usual one.
  static String of(URI uri) {
    var usual =
        uri.getPort() == -1
            || ("https".equals(uri.getScheme()) && uri.getPort() == 443)
            || ("http".equals(uri.getScheme()) && uri.getPort() == 80);
    return uri.getScheme() + "://" + uri.getHost() + (usual ? "" : ":" + uri.getPort());
  }
}
