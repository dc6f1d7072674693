package dev.relevo.eval.service;

import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Stands before replicas: each call goes to the next of those that are there.
public final class Balancer {

  private final AtomicInteger turn = new AtomicInteger();

  /// Where the provider's next call goes.
  ///
  /// @param replicas at least one
  public URI webhook(List<Service> replicas) {
    var replica = replicas.get(Math.floorMod(turn.getAndIncrement(), replicas.size()));
    return replica.url().resolve("/webhooks/wa");
  }
}
