package dev.relevo.bot.dialogflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;

class ServiceKeyTests {

  @Test
  void tokensAreAskedForAtGooglesOwnAddressWhateverTheFileSays() throws IOException {
    assertThat(ServiceKeys.json()).contains("http://169.254.169.254/steal");
    var key = ServiceKey.of(ServiceKeys.json()).orElseThrow();

    assertThat(key.credentials().getTokenServerUri())
        .isEqualTo(URI.create("https://oauth2.googleapis.com/token"));
    assertThat(key.json()).doesNotContain("169.254.169.254");
  }
}
