package dev.relevo.bot.operation;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.apache.catalina.Globals;
import org.jspecify.annotations.Nullable;

/// Decides who may read the metrics: a process on this machine, or the bearer of the token. What a
/// proxy on this machine passes on comes from elsewhere and counts as such.
final class MetricsReaders {

  private static final String BEARER = "Bearer ";

  private final String token;

  MetricsReaders(String token) {
    this.token = token.strip();
  }

  boolean allow(HttpServletRequest request) {
    return bears(request.getHeader("Authorization"))
        || (!forwarded(request) && isLoopback(request.getRemoteAddr()));
  }

  private boolean bears(@Nullable String authorization) {
    if (token.isEmpty() || authorization == null || !authorization.startsWith(BEARER)) {
      return false;
    }
    var given = authorization.substring(BEARER.length()).strip();
    return MessageDigest.isEqual(
        token.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  /// Also when Tomcat has believed the proxy and taken the header away.
  private static boolean forwarded(HttpServletRequest request) {
    return request.getAttribute(Globals.REQUEST_FORWARDED_ATTRIBUTE) != null
        || request.getHeader("Forwarded") != null
        || request.getHeader("X-Forwarded-For") != null;
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.ofLiteral(address).isLoopbackAddress();
    } catch (IllegalArgumentException notAnAddress) {
      return false;
    }
  }
}
