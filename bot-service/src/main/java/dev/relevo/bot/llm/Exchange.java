package dev.relevo.bot.llm;

import dev.relevo.bot.pace.Deadline;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// Sends one request, and once more when the endpoint only did not like its form or asked for a
/// moment's patience: neither is billed. Twice at most.
final class Exchange {

  private static final Duration MOST_PATIENCE = Duration.ofSeconds(2);

  /// What a model needs at least to answer.
  private static final Duration LEAST = Duration.ofSeconds(2);

  private final Wire wire;
  private final Endpoint endpoint;
  private final String model;
  private final Ask ask;
  private final Deadline deadline;

  Exchange(Wire wire, Endpoint endpoint, String model, Ask ask, Deadline deadline) {
    this.wire = wire;
    this.endpoint = endpoint;
    this.model = model;
    this.ask = ask;
    this.deadline = deadline;
  }

  /// @param composed what was sent last
  record Ended(Composing.Composed composed, Wire.Sent sent) {}

  Ended run(Composing.Composed first) {
    var sent = wire.send(endpoint.connection(), first.held(), deadline);
    if (!(sent instanceof Wire.Sent.Refused refused)) {
      return new Ended(first, sent);
    }
    return again(refused)
        .map(it -> new Ended(it, wire.send(endpoint.connection(), it.held(), deadline)))
        .orElseGet(() -> new Ended(first, sent));
  }

  private Optional<Composing.Composed> again(Wire.Sent.Refused refused) {
    var spoken = endpoint.dialect(model);
    if (refused.status() == 400 || refused.status() == 422) {
      return spoken
          .learn(refused.complaint(), ask.shape().isPresent())
          .map(it -> {
            endpoint.speaks(model, it.next());
            return Composing.compose(endpoint.connection(), model, ask, it.now());
          });
    }
    if (refused.status() == 429 && refused.retryAfter().filter(this::canWait).isPresent()) {
      LockSupport.parkNanos(refused.retryAfter().get().toNanos());
      return Optional.of(Composing.compose(endpoint.connection(), model, ask, spoken));
    }
    return Optional.empty();
  }

  private boolean canWait(Duration time) {
    return time.compareTo(MOST_PATIENCE) <= 0 && deadline.left().compareTo(time.plus(LEAST)) >= 0;
  }
}
