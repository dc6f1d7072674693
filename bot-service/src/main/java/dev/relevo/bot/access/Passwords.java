package dev.relevo.bot.access;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/// Hashes and compares passwords by argon2id: 16 MB and two rounds each, at most four at once, so
/// that a flood of sign-ins cannot take the memory of everything else.
final class Passwords {

  static final int SHORTEST = 10;
  static final int LONGEST = 200;

  private final Argon2PasswordEncoder encoder =
      Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
  private final Semaphore atOnce = new Semaphore(4);

  /// Made aside: the service need not wait for it to start.
  private final CompletableFuture<String> nobody =
      CompletableFuture.supplyAsync(() -> encoder.encode("nobody's password"));

  String hash(String password) {
    atOnce.acquireUninterruptibly();
    try {
      return encoder.encode(password);
    } finally {
      atOnce.release();
    }
  }

  /// Takes as long for an account that does not exist.
  boolean matches(String password, Optional<String> hash) {
    if (password.length() > LONGEST) {
      return false;
    }
    atOnce.acquireUninterruptibly();
    try {
      return encoder.matches(password, hash.orElseGet(nobody::join)) && hash.isPresent();
    } finally {
      atOnce.release();
    }
  }

  /// What is wrong with a new password: a key of the page's texts; empty when nothing is.
  static Optional<String> objection(String password, String email) {
    if (password.length() < SHORTEST) {
      return Optional.of("access.password.short");
    }
    if (password.length() > LONGEST) {
      return Optional.of("access.password.long");
    }
    var lower = password.toLowerCase(Locale.ROOT);
    var account = email.strip().toLowerCase(Locale.ROOT);
    var different = lower.chars().distinct().count();
    return different < 5 || (!account.isEmpty() && lower.contains(account))
        ? Optional.of("access.password.simple")
        : Optional.empty();
  }
}
