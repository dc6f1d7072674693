package dev.relevo.bot.access;

import dev.relevo.bot.database.Tenancy;
import dev.relevo.bot.pace.Buckets;
import dev.relevo.bot.pace.RemoteAddress;
import dev.relevo.bot.problem.Problem;
import dev.relevo.bot.problem.ProblemAnswer;
import dev.relevo.bot.problem.Refused;
import dev.relevo.crm.workspace.Language;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/// Finds out which program is calling, by the key in its `Authorization` header; a key anywhere
/// else is not looked at. Each key has a bucket of requests, and each internet address one of
/// unknown keys, in this replica's memory. The database then shows the key's workspace alone.
final class KeyCheck extends OncePerRequestFilter {

  /// What a key may ask: 120 at once, then 20 a second.
  static final Buckets.Rate REQUESTS = new Buckets.Rate(120, Duration.ofMillis(50));

  /// How often an address may be wrong: 30 times, then once in ten seconds.
  static final Buckets.Rate UNKNOWN = new Buckets.Rate(30, Duration.ofSeconds(10));

  private static final String SCHEME = "Bearer ";

  private final Function<String, Optional<ApiCaller>> keys;
  private final Buckets requests;
  private final Buckets unknown;

  /// @param keys who calls with a secret; empty when no good key has it
  KeyCheck(Function<String, Optional<ApiCaller>> keys, Clock clock) {
    this.keys = keys;
    this.requests = new Buckets(REQUESTS, Buckets.MOST, clock);
    this.unknown = new Buckets(UNKNOWN, Buckets.MOST, clock);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<ApiCaller> caller;
    try {
      caller = caller(request);
    } catch (Refused refused) {
      refuse(request, response, refused);
      return;
    }
    caller.ifPresent(KeyCheck::enter);
    caller
        .map(it -> Tenancy.within(it.workspace(), chain))
        .orElse(chain)
        .doFilter(request, response);
  }

  /// Says why a key was refused, in English unless the program asks for another language.
  static void refuse(HttpServletRequest request, HttpServletResponse response, Refused refused)
      throws IOException {
    if (refused.problem().status().value() == HttpServletResponse.SC_UNAUTHORIZED) {
      response.setHeader("WWW-Authenticate", "Bearer");
    }
    ProblemAnswer.write(request, response, refused, Language.EN);
  }

  /// Empty when no key was sent.
  private Optional<ApiCaller> caller(HttpServletRequest request) {
    var headers = Collections.list(request.getHeaders("Authorization"));
    if (headers.isEmpty()) {
      return Optional.empty();
    }
    var address = RemoteAddress.of(request);
    unknown
        .wait(address)
        .ifPresent(it -> {
          throw new Refused(Problem.TOO_MANY_UNKNOWN_KEYS).retryAfter(it);
        });
    var caller = headers.size() == 1 ? found(headers.getFirst()) : Optional.<ApiCaller>empty();
    if (caller.isEmpty()) {
      var _ = unknown.take(address);
      throw new Refused(Problem.KEY_UNKNOWN);
    }
    requests
        .take(Long.toString(caller.get().key()))
        .ifPresent(it -> {
          throw new Refused(Problem.TOO_MANY_REQUESTS).retryAfter(it);
        });
    return caller;
  }

  private Optional<ApiCaller> found(String header) {
    return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? keys.apply(header.substring(SCHEME.length()).strip())
        : Optional.empty();
  }

  private static void enter(ApiCaller caller) {
    var proven =
        UsernamePasswordAuthenticationToken.authenticated(
            caller, null, AuthorityUtils.NO_AUTHORITIES);
    SecurityContextHolder.setContext(new SecurityContextImpl(proven));
  }
}
