package dev.relevo.knowledge.fetch;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.jspecify.annotations.Nullable;

/// What a client connects to: only what was checked.
record CheckedNames(Reach reach) implements DnsResolver {

  @Override
  public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
    return Arrays.stream(reach.addresses(host, port))
        .map(it -> new InetSocketAddress(it, port))
        .toList();
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    throw new UnknownHostException("an address is looked up together with its port");
  }

  @Override
  public @Nullable String resolveCanonicalHostname(String host) {
    return host;
  }
}
