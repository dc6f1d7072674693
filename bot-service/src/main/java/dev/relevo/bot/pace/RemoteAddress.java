package dev.relevo.bot.pace;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// Where a request came from, for counting.
public final class RemoteAddress {

  private RemoteAddress() {}

  /// The caller; when the caller is a proxy on this machine or this network, the last address that
  /// it added to `X-Forwarded-For`. From anywhere else that header can say what it likes and is not
  /// read.
  public static String of(HttpServletRequest request) {
    var caller = request.getRemoteAddr();
    var forwarded = request.getHeader("X-Forwarded-For");
    if (forwarded == null || !literal(caller).map(RemoteAddress::isNear).orElse(false)) {
      return counted(caller);
    }
    var last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    return counted(literal(last).isPresent() ? last : caller);
  }

  /// A household has a whole IPv6 network of 64 bits: it counts as one.
  private static String counted(String address) {
    return literal(address)
        .filter(Inet6Address.class::isInstance)
        .map(it -> HexFormat.of().formatHex(Arrays.copyOf(it.getAddress(), 8)))
        .orElse(address);
  }

  private static boolean isNear(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isSiteLocalAddress()
        || address.isLinkLocalAddress();
  }

  private static Optional<InetAddress> literal(String text) {
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }
}
