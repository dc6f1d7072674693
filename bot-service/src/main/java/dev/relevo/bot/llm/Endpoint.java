package dev.relevo.bot.llm;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// A workspace's endpoint as this replica has come to know it: what it takes, and how it is doing.
/// When half of the last ten calls failed or nearly all were slow, it is left alone for a while;
/// two calls then try it.
final class Endpoint {

  private static final int WINDOW = 10;
  private static final int FEWEST = 5;
  private static final int TRIES = 2;
  private static final float FAILURES = 50;
  private static final float SLOW = 80;

  private final Connection connection;
  private final CircuitBreaker breaker;
  private final Map<String, Dialect> dialects = new ConcurrentHashMap<>();

  Endpoint(Connection connection, ModelSettings settings) {
    this.connection = connection;
    this.breaker =
        CircuitBreaker.of(
            connection.host(),
            CircuitBreakerConfig.custom()
                .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(WINDOW)
                .minimumNumberOfCalls(FEWEST)
                .failureRateThreshold(FAILURES)
                .slowCallDurationThreshold(settings.timeout().multipliedBy(3).dividedBy(4))
                .slowCallRateThreshold(SLOW)
                .permittedNumberOfCallsInHalfOpenState(TRIES)
                .waitDurationInOpenState(settings.rest())
                .maxWaitDurationInHalfOpenState(settings.timeout().multipliedBy(2))
                .build());
  }

  Connection connection() {
    return connection;
  }

  Dialect dialect(String model) {
    return dialects.getOrDefault(model, Dialect.FULL);
  }

  void speaks(String model, Dialect dialect) {
    dialects.put(model, dialect);
  }

  /// A permission to ask once; who has it says how it went.
  interface Admission {

    void answered(Duration took);

    void failed(Duration took, Trouble trouble);

    /// It was not asked after all, or not given the time that it needs.
    void unasked();
  }

  /// Empty while it is left alone.
  Optional<Admission> admission() {
    return breaker.tryAcquirePermission() ? Optional.of(new Counted()) : Optional.empty();
  }

  /// Somebody's own trial, also while it is left alone: an answer ends that, a failure says nothing
  /// that is not known.
  Optional<Admission> trial() {
    return Optional.of(new Trial());
  }

  /// It is left alone as long as it wants.
  void rests(Duration time) {
    if (breaker.getState() != CircuitBreaker.State.OPEN) {
      breaker.transitionToOpenStateFor(time);
    }
  }

  Connections.Health health() {
    return switch (breaker.getState()) {
      case CLOSED, DISABLED, METRICS_ONLY -> Connections.Health.FINE;
      case OPEN, FORCED_OPEN -> Connections.Health.RESTING;
      case HALF_OPEN -> Connections.Health.RETURNING;
    };
  }

  private final class Counted implements Admission {

    @Override
    public void answered(Duration took) {
      breaker.onSuccess(took.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void failed(Duration took, Trouble trouble) {
      breaker.onError(took.toNanos(), TimeUnit.NANOSECONDS, new Failure(trouble));
    }

    @Override
    public void unasked() {
      breaker.releasePermission();
    }
  }

  private final class Trial implements Admission {

    @Override
    public void answered(Duration took) {
      breaker.transitionToClosedState();
    }

    @Override
    public void failed(Duration took, Trouble trouble) {
      // It was somebody's trial.
    }

    @Override
    public void unasked() {
      // Nothing was taken.
    }
  }

  /// What the breaker is told; it only counts.
  private static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failure(Trouble trouble) {
      super(trouble.name(), null, false, false);
    }
  }
}
