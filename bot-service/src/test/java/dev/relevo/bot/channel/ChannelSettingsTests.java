package dev.relevo.bot.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.relevo.bot.setting.CannotStart;
import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.workspace.WorkspaceId;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelSettingsTests {

  @Test
  void readsWhatIsSet() {
    var settings =
        settings(Map.of("rate", " 20 ", "graph-url", "https://graph.example.com/v25.0/"));

    assertThat(settings.positive("rate")).contains(20.0);
    assertThat(settings.address("graph-url"))
        .contains(URI.create("https://graph.example.com/v25.0"));
    assertThat(settings.optional("verify-token")).isEmpty();
  }

  @Test
  void namesWhatIsMissing() {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> settings(Map.of()).required("app-secret", "the app's secret"))
        .withMessage(
            "relevo.channels[0].app-secret is missing: channel \"quito\" needs the app's secret.");
  }

  @ParameterizedTest
  @CsvSource({
    "rate, fast, is \"fast\"",
    "rate, 0, must be above 0",
    "rate, NaN, must be above 0",
    "rate, 1e9, at most 1000000"
  })
  void refusesRatesThatAreNone(String name, String value, String fault) {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> settings(Map.of(name, value)).positive(name))
        .withMessageStartingWith("relevo.channels[0].rate ")
        .withMessageContaining(fault);
  }

  @ParameterizedTest
  @CsvSource({
    "graph.facebook.com",
    "ftp://graph.facebook.com",
    "http://graph.facebook.com",
    "https://",
    "a b"
  })
  void refusesAddressesATokenShouldNotGoTo(String value) {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> settings(Map.of("graph-url", value)).address("graph-url"))
        .withMessageStartingWith("relevo.channels[0].graph-url is not a web address");
  }

  @Test
  void saysNothingOfSecretsWhenPrinted() {
    var settings = settings(Map.of("access-token", "EAAsecret"));
    var written =
        new ChannelList.Written(
            "quito",
            "whatsapp-cloud",
            null,
            null,
            null,
            "EAAsecret",
            "EAAsecret",
            "EAAsecret",
            null,
            null);

    assertThat(settings.toString()).doesNotContain("EAAsecret").contains("quito");
    assertThat(written.toString()).doesNotContain("EAAsecret");
    assertThat(new ChannelList(List.of(written)).toString()).doesNotContain("EAAsecret");
  }

  private static ChannelSettings settings(Map<String, String> values) {
    return new ChannelSettings(
        "relevo.channels[0]",
        new ChannelId("quito"),
        "whatsapp-cloud",
        new WorkspaceId(1),
        List.of(),
        values);
  }
}
