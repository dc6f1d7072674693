package dev.relevo.bot.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.relevo.bot.setting.Secrets.Renewal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
  void whileKeysAreChangedThePreviousOnesWorkIsAcceptedAndNothingNewIsMadeWithIt() {
    var next = secrets("the next secret key, also long enough");
    var changing = changing();

    assertThat(changing.verifies("visitor", "v-1", secrets.sign("visitor", "v-1"))).isTrue();
    assertThat(changing.open("token", secrets.seal("token", "text"))).contains("text");
    assertThat(next.verifies("visitor", "v-1", changing.sign("visitor", "v-1"))).isTrue();
    assertThat(next.open("token", changing.seal("token", "text"))).contains("text");
    assertThat(next.verifies("visitor", "v-1", secrets.sign("visitor", "v-1"))).isFalse();
    assertThat(secrets.open("token", changing.seal("token", "text"))).isEmpty();
  }

  @Test
  void sealsAnewWhatThePreviousKeySealedAndTellsWhatNoKeyOpens() {
    var next = secrets("the next secret key, also long enough");
    var changing = changing();
    var old = secrets.seal("token", "text");

    assertThat(changing.renewed("token", old))
        .isInstanceOfSatisfying(
            Renewal.Fresh.class,
            it -> assertThat(next.open("token", it.sealed())).contains("text"));
    assertThat(changing.renewed("token", next.seal("token", "text")))
        .isEqualTo(new Renewal.Current());
    assertThat(next.renewed("token", old)).isEqualTo(new Renewal.Lost());
    assertThat(changing.renewed("other", old)).isEqualTo(new Renewal.Lost());
  }

  @Test
  void everyPlaceIsSealedAnewAtTheStartAndOnlyOnce() {
    var place =
        new Place(List.of(secrets.seal("token", "one"), secrets.seal("token", "two"), "nobody's"));
    var change = new KeyChange(List.of(place), changing());

    assertThat(change.renew(changing())).isEqualTo(new KeyChange.Count(2, 1));
    assertThat(change.renew(changing())).isEqualTo(new KeyChange.Count(0, 1));
    var next = secrets("the next secret key, also long enough");
    assertThat(place.all().stream().flatMap(it -> next.open("token", it).stream()))
        .containsExactlyInAnyOrder("one", "two");
  }

  @Test
  void refusesAKeyThatIsTooShort() {
    assertThatIllegalArgumentException().isThrownBy(() -> secrets("short"));
  }

  private Secrets changing() {
    return new Secrets(
        "the next secret key, also long enough".getBytes(StandardCharsets.UTF_8),
        Optional.of("a secret key of more than 32 characters".getBytes(StandardCharsets.UTF_8)));
  }

  /// Keeps sealed texts in memory.
  private static final class Place implements SealedTexts {

    private final List<String> texts;

    Place(List<String> texts) {
      this.texts = new ArrayList<>(texts);
    }

    @Override
    public String purpose() {
      return "token";
    }

    @Override
    public List<String> all() {
      return List.copyOf(texts);
    }

    @Override
    public void replace(String old, String fresh) {
      texts.replaceAll(it -> it.equals(old) ? fresh : it);
    }
  }

  private static String flipped(String sealed) {
    return (sealed.charAt(0) == 'A' ? 'B' : 'A') + sealed.substring(1);
  }

  private static Secrets secrets(String key) {
    return new Secrets(key.getBytes(StandardCharsets.UTF_8));
  }
}
