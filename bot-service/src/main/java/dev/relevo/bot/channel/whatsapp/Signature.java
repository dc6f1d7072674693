package dev.relevo.bot.channel.whatsapp;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// `X-Hub-Signature-256`: HMAC-SHA256 over the bytes as they came, keyed by the app secret.
final class Signature {

  private static final String ALGORITHM = "HmacSHA256";
  private static final String PREFIX = "sha256=";

  /// Never fed itself: each call feeds a copy, which costs less than to look the algorithm up.
  private final Mac keyed;

  Signature(String appSecret) {
    try {
      keyed = Mac.getInstance(ALGORITHM);
      keyed.init(new SecretKeySpec(appSecret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
    copy();
  }

  /// Whether the header's value signs the body; compared in constant time.
  boolean signs(String header, byte[] body) {
    return same(header, PREFIX + HexFormat.of().formatHex(code(body)));
  }

  /// Compares two secrets without telling by its time where they differ.
  static boolean same(String given, String wanted) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), wanted.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] code(byte[] body) {
    return copy().doFinal(body);
  }

  /// The JDK's own can be copied; with one that cannot no channel is made.
  private Mac copy() {
    try {
      return (Mac) keyed.clone();
    } catch (CloneNotSupportedException other) {
      throw new IllegalStateException("this JVM's HmacSHA256 cannot be copied", other);
    }
  }
}
