package dev.relevo.bot.api;

import dev.relevo.bot.access.ApiCaller;
import dev.relevo.bot.problem.Problem;
import dev.relevo.bot.problem.Refused;
import dev.relevo.crm.sql.Column;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Does what a request with an `Idempotency-Key` asks only once: its name, its effect and its
/// answer are one commit, so whoever repeats it, even at the same time or after a crash, gets the
/// first answer. A refused request leaves nothing and may be repeated.
@Component
class Once {

  /// How long an answer is kept.
  static final Duration KEPT = Duration.ofHours(24);

  static final String HEADER = "Idempotency-Key";

  private final RequestTable table;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Once(RequestTable table, PlatformTransactionManager transactions, Clock clock) {
    this.table = table;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /// The answer of doing it, or the one it was given before.
  Answer answer(ApiCaller caller, HttpServletRequest request, Body body, Supplier<Answer> doing) {
    var named = name(request);
    if (named.isEmpty()) {
      return doing.get();
    }
    var name = named.get();
    var fingerprint = fingerprint(request, body);
    return Objects.requireNonNull(
        transaction.execute(_ -> {
          var now = Column.now(clock);
          table.forget(now.minus(KEPT));
          if (!table.claim(caller, name, fingerprint, now)) {
            return again(table.find(caller, name).orElseThrow(), fingerprint);
          }
          var answer = doing.get();
          table.keep(caller, name, answer);
          return answer;
        }));
  }

  /// The answer it was given before, if it was; for what takes long before it can be done.
  Optional<Answer> before(ApiCaller caller, HttpServletRequest request, Body body) {
    return name(request)
        .flatMap(it -> table.find(caller, it))
        .map(it -> again(it, fingerprint(request, body)));
  }

  private static Optional<String> name(HttpServletRequest request) {
    var name = Optional.ofNullable(request.getHeader(HEADER));
    if (name.filter(it -> !it.matches("[!-~]{1,255}")).isPresent()) {
      throw new Refused(Problem.HEADER_REFUSED, HEADER, "1–255 × ASCII (!–~)");
    }
    return name;
  }

  private static Answer again(RequestTable.Done before, String fingerprint) {
    if (!before.fingerprint().equals(fingerprint)) {
      throw new Refused(Problem.IDEMPOTENCY_KEY_REUSED);
    }
    return before.answer().with("Idempotent-Replayed", "true");
  }

  private static String fingerprint(HttpServletRequest request, Body body) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var line =
          request.getMethod() + ' ' + request.getRequestURI() + '?' + request.getQueryString();
      digest.update(line.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      return HexFormat.of().formatHex(digest.digest(body.bytes()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
