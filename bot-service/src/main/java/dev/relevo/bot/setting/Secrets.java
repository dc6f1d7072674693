package dev.relevo.bot.setting;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/// Signs and seals texts with keys derived from the one secret key (`RELEVO_SECRET_KEY`, or the
/// file in the data folder). Every purpose, "visitor-token", "invite", has keys of its own
/// (HKDF-SHA256, RFC 5869), so that what was signed for one is worth nothing for another. Replicas
/// with the same secret key accept each other's texts.
///
/// While keys are changed there is a previous one beside it (`RELEVO_SECRET_KEY_PREVIOUS`): what
/// that one signed or sealed is still accepted, and nothing new is made with it.
public final class Secrets {

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  private final Keys current;
  private final List<Keys> accepted;

  /// @param master the secret, at least 16 bytes
  public Secrets(byte[] master) {
    this(master, Optional.empty());
  }

  /// @param previous the secret before it, at least 16 bytes
  public Secrets(byte[] master, Optional<byte[]> previous) {
    current = new Keys(master);
    accepted = Stream.concat(Stream.of(current), previous.map(Keys::new).stream()).toList();
  }

  /// The signature of a text for a purpose: HMAC-SHA256, 43 characters safe in a URL.
  public String sign(String purpose, String text) {
    return encode(current.mac(purpose, text));
  }

  /// Whether the signature was made by [#sign] for this purpose and text; takes the same time for
  /// every wrong one.
  public boolean verifies(String purpose, String text, String signature) {
    var given = signature.getBytes(StandardCharsets.UTF_8);
    var good = false;
    for (var keys : accepted) {
      var expected = encode(keys.mac(purpose, text)).getBytes(StandardCharsets.US_ASCII);
      good |= MessageDigest.isEqual(expected, given);
    }
    return good;
  }

  /// The text encrypted and protected against change: AES-256-GCM, safe in a URL.
  public String seal(String purpose, String text) {
    try {
      var nonce = new byte[NONCE_BYTES];
      random.nextBytes(nonce);
      var sealed =
          current
              .cipher(Cipher.ENCRYPT_MODE, purpose, nonce)
              .doFinal(text.getBytes(StandardCharsets.UTF_8));
      return encode(
          ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// The text that was sealed for this purpose; nothing when it was changed, sealed for another, or
  /// never sealed.
  public Optional<String> open(String purpose, String sealed) {
    return accepted.stream().flatMap(keys -> open(keys, purpose, sealed).stream()).findFirst();
  }

  /// What becomes of a sealed text while keys are changed.
  public sealed interface Renewal {

    /// It was sealed with the previous key: this is the same text, sealed with the current one.
    record Fresh(String sealed) implements Renewal {}

    /// It is sealed with the current key.
    record Current() implements Renewal {}

    /// No key we have opens it.
    record Lost() implements Renewal {}
  }

  /// The text sealed with the current key, when it is not yet.
  public Renewal renewed(String purpose, String sealed) {
    if (open(current, purpose, sealed).isPresent()) {
      return new Renewal.Current();
    }
    return open(purpose, sealed)
        .<Renewal>map(text -> new Renewal.Fresh(seal(purpose, text)))
        .orElseGet(Renewal.Lost::new);
  }

  private static Optional<String> open(Keys keys, String purpose, String sealed) {
    try {
      var bytes = Base64.getUrlDecoder().decode(sealed);
      if (bytes.length < NONCE_BYTES + TAG_BITS / 8) {
        return Optional.empty();
      }
      var nonce = ByteBuffer.wrap(bytes, 0, NONCE_BYTES);
      var text =
          keys.cipher(Cipher.DECRYPT_MODE, purpose, copy(nonce))
              .doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
      return Optional.of(new String(text, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException | GeneralSecurityException forged) {
      return Optional.empty();
    }
  }

  private static byte[] copy(ByteBuffer buffer) {
    var bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// What is derived from one secret.
  private static final class Keys {

    private final ConcurrentMap<String, SecretKey> derived = new ConcurrentHashMap<>();
    private final byte[] master;

    Keys(byte[] master) {
      if (master.length < 16) {
        throw new IllegalArgumentException("the secret key has fewer than 16 bytes");
      }
      this.master = master.clone();
    }

    byte[] mac(String purpose, String text) {
      try {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(key("HmacSHA256", "sign:" + purpose));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      } catch (GeneralSecurityException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    Cipher cipher(int mode, String purpose, byte[] nonce) throws GeneralSecurityException {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key("AES", "seal:" + purpose), new GCMParameterSpec(TAG_BITS, nonce));
      return cipher;
    }

    private SecretKey key(String algorithm, String label) {
      return derived.computeIfAbsent(label, wanted -> derive(algorithm, wanted));
    }

    private SecretKey derive(String algorithm, String label) {
      try {
        var parameters =
            HKDFParameterSpec.ofExtract()
                .addIKM(master)
                .thenExpand(label.getBytes(StandardCharsets.UTF_8), 32);
        return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, parameters);
      } catch (GeneralSecurityException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }
}
