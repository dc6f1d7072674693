package dev.relevo.bot.access;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/// The account or the network has to wait.
final class TooManyTries extends AuthenticationException {

  private final long seconds;

  TooManyTries(Duration wait) {
    super("too many tries");
    this.seconds = Math.max(1, wait.toSeconds() + (wait.toNanosPart() > 0 ? 1 : 0));
  }

  long seconds() {
    return seconds;
  }
}
