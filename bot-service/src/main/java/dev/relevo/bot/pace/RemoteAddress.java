package dev.relevo.bot.pace;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/// Where a request came from, for counting.
public final class RemoteAddress {

  private RemoteAddress() {}

  /// The caller, or whom a trusted proxy speaks for. A household has a whole IPv6 network of 64
  /// bits: it counts as one.
  public static String of(HttpServletRequest request) {
    var address = request.getRemoteAddr();
    try {
      return InetAddress.ofLiteral(address) instanceof Inet6Address it
          ? HexFormat.of().formatHex(Arrays.copyOf(it.getAddress(), 8))
          : address;
    } catch (IllegalArgumentException notAnAddress) {
      return address;
    }
  }
}
