package dev.relevo.bot.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SecretsTests {

  private final Secrets secrets = secrets("a secret key of more than 32 characters");

  @Test
  void acceptsWhatItSigned() {
    var signature = secrets.sign("visitor", "v-1");

    assertThat(signature).hasSize(43).matches("[A-Za-z0-9_-]+");
    assertThat(secrets.verifies("visitor", "v-1", signature)).isTrue();
  }

  @Test
  void refusesAnotherTextPurposeKeyOrSignature() {
    var signature = secrets.sign("visitor", "v-1");

    assertThat(secrets.verifies("visitor", "v-2", signature)).isFalse();
    assertThat(secrets.verifies("invite", "v-1", signature)).isFalse();
    assertThat(
            secrets("another secret key, also long enough").verifies("visitor", "v-1", signature))
        .isFalse();
    assertThat(secrets.verifies("visitor", "v-1", "é" + signature)).isFalse();
    assertThat(secrets.verifies("visitor", "v-1", "")).isFalse();
  }

  @Test
  void replicasWithTheSameKeyAcceptEachOther() {
    var other = secrets("a secret key of more than 32 characters");

    assertThat(other.verifies("visitor", "v-1", secrets.sign("visitor", "v-1"))).isTrue();
    assertThat(other.open("token", secrets.seal("token", "añ😀"))).contains("añ😀");
  }

  @Test
  void opensOnlyWhatItSealedForThisPurpose() {
    var sealed = secrets.seal("token", "text");

    assertThat(sealed).isNotEqualTo(secrets.seal("token", "text"));
    assertThat(secrets.open("token", sealed)).contains("text");
    assertThat(secrets.open("other", sealed)).isEmpty();
    assertThat(secrets.open("token", flipped(sealed))).isEmpty();
    assertThat(secrets.open("token", "")).isEmpty();
    assertThat(secrets.open("token", "not base64 !")).isEmpty();
    assertThat(secrets.open("token", sealed.substring(0, 20))).isEmpty();
  }

  @Test
  void refusesAKeyThatIsTooShort() {
    assertThatIllegalArgumentException().isThrownBy(() -> secrets("short"));
  }

  private static String flipped(String sealed) {
    return (sealed.charAt(0) == 'A' ? 'B' : 'A') + sealed.substring(1);
  }

  private static Secrets secrets(String key) {
    return new Secrets(key.getBytes(StandardCharsets.UTF_8));
  }
}
