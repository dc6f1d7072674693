package dev.relevo.knowledge.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.DnsResolver;

/// Which machines and ports may be reached, and how names become addresses.
public final class Reach {

  /// The ports of http and https.
  public static final Set<Integer> WEB = Set.of(80, 443);

  /// What some readers take for an IPv4 address: its last part is a number, also a hexadecimal one.
  private static final Pattern NUMBER =
      Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)\\.?", Pattern.CASE_INSENSITIVE);

  /// What all readers take for the same one: four decimal numbers without leading zeros.
  private static final Pattern PLAIN = Pattern.compile("((0|[1-9]\\d{0,2})(\\.(?!$)|$)){4}");

  private final Names names;
  private final Set<Integer> ports;
  private final boolean loopback;

  private Reach(Names names, Set<Integer> ports, boolean loopback) {
    this.names = names;
    this.ports = Set.copyOf(ports);
    this.loopback = loopback;
  }

  /// Where names are looked up.
  @FunctionalInterface
  public interface Names {
    InetAddress[] addresses(String host) throws UnknownHostException;
  }

  /// The public internet, by the machine's own resolver.
  public static Reach ofInternet(Set<Integer> ports) {
    return new Reach(InetAddress::getAllByName, ports, false);
  }

  /// The public internet and this machine's own loopback addresses, at any port: for tests and
  /// rehearsals, which build it themselves; no setting leads here.
  public static Reach ofInternetAndLoopback(Names names) {
    return new Reach(names, WEB, true);
  }

  /// For clients of other rooms: it resolves to what was checked, so that nothing else is connected
  /// to, and throws [OutOfReach] for the rest.
  public DnsResolver resolver() {
    return new CheckedNames(this);
  }

  /// The addresses of a host, all of which may be reached.
  ///
  /// @throws OutOfReach if one of them may not
  InetAddress[] addresses(String host, int port) throws UnknownHostException {
    if (!host.contains(":") && NUMBER.matcher(host).matches() && !PLAIN.matcher(host).matches()) {
      throw new OutOfReach("fetch.private");
    }
    var addresses = names.addresses(host);
    for (var address : addresses) {
      var own = loopback && address.isLoopbackAddress();
      if (!own && !PublicAddress.is(address)) {
        throw new OutOfReach("fetch.private");
      }
      if (!own && !ports.contains(port)) {
        throw new OutOfReach("fetch.port");
      }
    }
    return addresses;
  }

  /// A host that has an address nobody may be sent to, or a port nobody may be sent to.
  public static final class OutOfReach extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    private final String key;

    OutOfReach(String key) {
      super(key);
      this.key = key;
    }

    /// The sentence that says which.
    String key() {
      return key;
    }
  }
}
