package dev.relevo.bot.access;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Slows down guessing: after five tries on an account, or thirty from one network, the next has to
/// wait half a minute, then twice as long each time, up to a quarter of an hour. Forgotten after an
/// hour, or for the account once somebody signed in. Tries are counted before the password is
/// looked at, so that many at once gain nothing.
@Repository
class Throttle {

  static final int ACCOUNT_TRIES = 5;
  static final int NETWORK_TRIES = 30;
  private static final Duration FORGET = Duration.ofHours(1);
  private static final int FIRST_WAIT_SECONDS = 30;
  private static final int LONGEST_WAIT_SECONDS = 900;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Throttle(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// Counts a try; how long to wait instead when there were too many.
  public Optional<Duration> enter(String email, String address) {
    return transaction.execute(began -> {
      forget();
      var network = count(network(address), NETWORK_TRIES);
      return network.isPresent() ? network : count(account(email), ACCOUNT_TRIES);
    });
  }

  /// Somebody proved who they are: the account starts at nought.
  public void succeeded(String email) {
    jdbc.sql("DELETE FROM bot.sign_in_try WHERE subject = :subject")
        .param("subject", account(email))
        .update();
  }

  private Optional<Duration> count(String subject, int free) {
    var now = clock.instant();
    var counted =
        jdbc.sql(
                """
                INSERT INTO bot.sign_in_try AS it (subject, tries, last_at) VALUES (:subject, 1, :now)
                ON CONFLICT (subject) DO UPDATE SET
                  tries = it.tries + 1,
                  last_at = :now,
                  closed_until = CASE WHEN it.tries + 1 >= :free THEN
                    :now::timestamptz
                      + least(:first * power(2, least(it.tries + 1 - :free, 10)), :longest)
                      * interval '1 second' END
                WHERE it.closed_until IS NULL OR it.closed_until <= :now
                """)
            .param("subject", subject)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("free", free)
            .param("first", FIRST_WAIT_SECONDS)
            .param("longest", LONGEST_WAIT_SECONDS)
            .update();
    return counted == 1 ? Optional.empty() : Optional.of(wait(subject, now));
  }

  private Duration wait(String subject, Instant now) {
    return jdbc.sql("SELECT closed_until FROM bot.sign_in_try WHERE subject = :subject")
        .param("subject", subject)
        .query(Instant.class)
        .optional()
        .map(until -> Duration.between(now, until))
        .orElse(Duration.ofSeconds(1));
  }

  private void forget() {
    jdbc.sql("DELETE FROM bot.sign_in_try WHERE last_at < :before")
        .param("before", clock.instant().minus(FORGET).atOffset(ZoneOffset.UTC))
        .update();
  }

  private static String account(String email) {
    return "account:" + shortHash(email.strip().toLowerCase(Locale.ROOT));
  }

  /// A whole /64 of IPv6 belongs to one customer of a provider.
  private static String network(String address) {
    var bytes = bytes(address);
    var network = bytes.length == 16 ? Arrays.copyOf(bytes, 8) : bytes;
    return "network:" + shortHash(HexFormat.of().formatHex(network));
  }

  private static byte[] bytes(String address) {
    try {
      return InetAddress.ofLiteral(address).getAddress();
    } catch (IllegalArgumentException notAnAddress) {
      return Token.sha256(address);
    }
  }

  private static String shortHash(String text) {
    return HexFormat.of().formatHex(Token.sha256(text), 0, 16);
  }
}
