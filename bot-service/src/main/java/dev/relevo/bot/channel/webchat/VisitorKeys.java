package dev.relevo.bot.channel.webchat;

import dev.relevo.bot.setting.Secrets;
import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.workspace.Language;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/// Issues and reads what a browser shows to be the visitor it was before: a short token for every
/// request, and a device key that lasts and is only good for getting the next token. Both are
/// signed and say all there is to know, so that somebody who only looks leaves no row behind.
final class VisitorKeys {

  static final Duration LONGEST = Duration.ofHours(24);

  private static final String TOKEN = "webchat-token";
  private static final String DEVICE = "webchat-device";

  private final SecureRandom random = new SecureRandom();
  private final Secrets secrets;
  private final Clock clock;
  private final Duration life;

  VisitorKeys(Secrets secrets, Clock clock, Duration life) {
    if (life.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("a visitor's token lives 24 hours at most");
    }
    this.secrets = secrets;
    this.clock = clock;
    this.life = life;
  }

  /// A signed token.
  record Token(String text, Instant expires) {}

  /// What a token says.
  sealed interface Reading {
    record Good(Visitor visitor, Language language, Instant expires) implements Reading {}

    record Expired() implements Reading {}

    record Forged() implements Reading {}
  }

  Visitor stranger(ChannelId channel) {
    var bytes = new byte[16];
    random.nextBytes(bytes);
    return new Visitor(channel, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  Token token(Visitor visitor, Language language) {
    var expires = clock.instant().plus(life);
    var claims =
        String.join(
            ".",
            visitor.channel().value(),
            visitor.id(),
            Long.toString(expires.getEpochSecond()),
            language.code());
    return new Token(claims + "." + secrets.sign(TOKEN, claims), expires);
  }

  /// Reads a token shown at that channel; another channel's is as good as forged.
  Reading read(String token, ChannelId channel) {
    var end = token.lastIndexOf('.');
    if (end < 0 || !secrets.verifies(TOKEN, token.substring(0, end), token.substring(end + 1))) {
      return new Reading.Forged();
    }
    var claims = token.substring(0, end).split("\\.", -1);
    if (claims.length != 4 || !claims[0].equals(channel.value())) {
      return new Reading.Forged();
    }
    var expires = Instant.ofEpochSecond(Long.parseLong(claims[2]));
    if (!clock.instant().isBefore(expires)) {
      return new Reading.Expired();
    }
    var language = Language.of(claims[3]).orElse(Language.ES);
    return new Reading.Good(new Visitor(channel, claims[1]), language, expires);
  }

  String deviceKey(Visitor visitor) {
    return visitor.id() + "." + secrets.sign(DEVICE, of(visitor));
  }

  /// The visitor whose device key it is on that channel; empty when it is nobody's.
  Optional<Visitor> recognise(String deviceKey, ChannelId channel) {
    var end = deviceKey.indexOf('.');
    if (end != 22 || !deviceKey.substring(0, end).matches("[A-Za-z0-9_-]{22}")) {
      return Optional.empty();
    }
    var visitor = new Visitor(channel, deviceKey.substring(0, end));
    return secrets.verifies(DEVICE, of(visitor), deviceKey.substring(end + 1))
        ? Optional.of(visitor)
        : Optional.empty();
  }

  private static String of(Visitor visitor) {
    return visitor.channel().value() + "." + visitor.id();
  }
}
