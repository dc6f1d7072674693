package dev.relevo.bot.audit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// Where the request at hand came from, without what tells one household from its neighbours: the
/// last part of an IPv4 address, all but the first 48 bits of an IPv6 one.
final class Whence {

  private Whence() {}

  static String masked() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes it
        ? masked(it.getRequest().getRemoteAddr())
        : "";
  }

  static String masked(String address) {
    try {
      var known = InetAddress.ofLiteral(address);
      if (known instanceof Inet6Address) {
        var network = Arrays.copyOf(Arrays.copyOf(known.getAddress(), 6), 16);
        return groups(network) + "::/48";
      }
      var text = known.getHostAddress();
      return text.substring(0, text.lastIndexOf('.')) + ".x";
    } catch (IllegalArgumentException notAnAddress) {
      return "";
    }
  }

  private static String groups(byte[] network) {
    return "%x:%x:%x".formatted(group(network, 0), group(network, 2), group(network, 4));
  }

  private static int group(byte[] network, int at) {
    return Short.toUnsignedInt(ByteBuffer.wrap(network).getShort(at));
  }
}
