package dev.relevo.bot.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneralSettingsTests {

  @Test
  void takesAddressesAndNetworksAsProxies() {
    var settings = trusting("10.0.0.0/8", "127.0.0.1", "fd00::/8");
    assertThat(settings.trustedProxies()).containsExactly("10.0.0.0/8", "127.0.0.1", "fd00::/8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"proxy.example.com", "10.0.0.0/33", ".*", ""})
  void refusesWhatIsNoNetworkInOneSentence(String proxy) {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> trusting(proxy))
        .withMessageStartingWith("RELEVO_TRUSTED_PROXIES has \"" + proxy + "\"");
  }

  private static GeneralSettings trusting(String... proxies) {
    return new GeneralSettings(Path.of("data"), "", "", "", List.of(proxies));
  }
}
