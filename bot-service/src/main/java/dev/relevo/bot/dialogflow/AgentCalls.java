package dev.relevo.bot.dialogflow;

import com.google.api.gax.rpc.ApiException;
import com.google.cloud.dialogflow.cx.v3.DetectIntentRequest;
import com.google.cloud.dialogflow.cx.v3.QueryResult;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// One call of one session at a time. An agent that fails half of the time is left alone for half a
/// minute, so that customers are not kept waiting for nothing; each replica finds that out for
/// itself.
@Component
final class AgentCalls {

  private static final Logger log = LoggerFactory.getLogger(AgentCalls.class);

  private final AgentLines lines;
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();
  private final Map<String, CircuitBreaker> breakers = new ConcurrentHashMap<>();

  AgentCalls(AgentLines lines) {
    this.lines = lines;
  }

  /// What came of a call.
  sealed interface Called {

    record Got(QueryResult result) implements Called {}

    record Went(Fault wrong) implements Called {}
  }

  /// Leave to call an agent, to be used or given back.
  final class Leave {

    private final CircuitBreaker breaker;

    private Leave(CircuitBreaker breaker) {
      this.breaker = breaker;
    }

    void giveBack() {
      breaker.releasePermission();
    }

    /// Lanes see to it that a contact has one turn at a time; two calls of a session at once would
    /// race on its page.
    Called call(Connection to, DetectIntentRequest request, Duration within) {
      if (!underWay.add(request.getSession())) {
        giveBack();
        throw new IllegalStateException("two calls of one session at once");
      }
      var begun = System.nanoTime();
      try {
        var result = lines.detect(to, request, within).getQueryResult();
        breaker.onSuccess(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
        return new Called.Got(result);
      } catch (ApiException failed) {
        return new Called.Went(failed(to, failed, System.nanoTime() - begun));
      } catch (RuntimeException odd) {
        breaker.onError(System.nanoTime() - begun, TimeUnit.NANOSECONDS, odd);
        log.atWarn().addKeyValue("agent", to.agent().full()).setCause(odd).log("a call failed");
        return new Called.Went(Fault.BROKEN);
      } finally {
        underWay.remove(request.getSession());
      }
    }

    /// Google's sentence may hold the customer's words: only its code is written down.
    private Fault failed(Connection to, ApiException failed, long took) {
      var code = failed.getStatusCode().getCode();
      var fault = Fault.of(code);
      if (fault.isOfConnection()) {
        breaker.onSuccess(took, TimeUnit.NANOSECONDS);
      } else {
        breaker.onError(took, TimeUnit.NANOSECONDS, failed);
      }
      log.atWarn()
          .addKeyValue("agent", to.agent().full())
          .addKeyValue("status", code)
          .log("an agent did not answer");
      return fault;
    }
  }

  /// Leave to call the agent; empty while it is left alone.
  Optional<Leave> leave(AgentName agent) {
    var breaker = breakers.computeIfAbsent(agent.full(), AgentCalls::breaker);
    return breaker.tryAcquirePermission() ? Optional.of(new Leave(breaker)) : Optional.empty();
  }

  private static CircuitBreaker breaker(String agent) {
    return CircuitBreaker.of(
        agent,
        CircuitBreakerConfig.custom()
            .slidingWindow(10, 5, SlidingWindowType.COUNT_BASED)
            .failureRateThreshold(50)
            .waitDurationInOpenState(Duration.ofSeconds(30))
            .permittedNumberOfCallsInHalfOpenState(2)
            .build());
  }
}
