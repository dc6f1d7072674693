package dev.relevo.knowledge.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/// Tells addresses of the public internet from all others, by IANA's registries of special-purpose
/// addresses (RFC 6890).
final class PublicAddress {

  /// Special blocks of IPv4: this network, private, shared by carriers, loopback, link-local (also
  /// the clouds' metadata), protocols, documentation, old relays, benchmarks, multicast, reserved.
  private static final List<Block> SPECIAL_4 =
      blocks(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4");

  /// All that is handed out of IPv6; what carries an IPv4 address inside lies outside, or below.
  private static final Block GLOBAL_6 = Block.of("2000::/3");

  /// Special blocks within: protocols and Teredo, documentation, 6to4.
  private static final List<Block> SPECIAL_6 =
      blocks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

  private PublicAddress() {}

  static boolean is(InetAddress address) {
    return address instanceof Inet4Address
        ? SPECIAL_4.stream().noneMatch(it -> it.holds(address))
        : GLOBAL_6.holds(address) && SPECIAL_6.stream().noneMatch(it -> it.holds(address));
  }

  private static List<Block> blocks(String... texts) {
    return Arrays.stream(texts).map(Block::of).toList();
  }

  private record Block(InetAddress start, int bits) {

    static Block of(String text) {
      try {
        var slash = text.indexOf('/');
        return new Block(
            InetAddress.getByName(text.substring(0, slash)),
            Integer.parseInt(text.substring(slash + 1)));
      } catch (UnknownHostException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    boolean holds(InetAddress address) {
      var first = start.getAddress();
      var bytes = address.getAddress();
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> bit % 8;
        if ((bytes[bit / 8] & mask) != (first[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
