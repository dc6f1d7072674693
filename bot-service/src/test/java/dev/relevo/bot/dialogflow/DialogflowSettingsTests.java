package dev.relevo.bot.dialogflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.relevo.bot.setting.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DialogflowSettingsTests {

  @Test
  void nothingSetIsNoAgent() {
    assertThat(set("", "", "", "").connection()).isEmpty();
  }

  @Test
  void anAgentWithItsKey(@TempDir Path folder) throws IOException {
    var file = Files.writeString(folder.resolve("key.json"), ServiceKeys.json());
    var connection = set("shop-1", "us-central1", file.toString(), "").connection().orElseThrow();
    assertThat(connection.agent().full())
        .isEqualTo("projects/shop-1/locations/us-central1/agents/ab-12");
    assertThat(connection.key().map(ServiceKey::account)).contains(ServiceKeys.ACCOUNT);
    assertThat(connection.toString()).doesNotContain(ServiceKeys.secretPart());
  }

  @Test
  void theFullNameAloneIsEnough() {
    var full = "projects/shop-1/locations/global/agents/ab-12";
    var settings = set("", "", full, "", "127.0.0.1:9090");
    assertThat(settings.connection().orElseThrow().agent().full()).isEqualTo(full);
  }

  @Test
  void aPartOfAnAgentEndsTheStart() {
    assertThatThrownBy(() -> set("shop-1", "", "", "").connection())
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("relevo.dialogflow");
  }

  @Test
  void aKeyThatIsNoneEndsTheStart(@TempDir Path folder) throws IOException {
    var file = Files.writeString(folder.resolve("key.json"), "{\"client_email\":\"a@b\"}");
    assertThatThrownBy(() -> set("shop-1", "global", file.toString(), "").connection())
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("credentials-file");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"dialogflow.example.com:443", "10.0.0.1:9090", "127.0.0.1", "127.0.0.1.evil:80"})
  void anUnencryptedAgentLivesOnThisMachineOnly(String endpoint) {
    assertThatThrownBy(() -> set("", "", "", endpoint))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("relevo.dialogflow.endpoint");
  }

  @Test
  void anAgentOnThisMachineNeedsNoKey() {
    var settings = set("shop-1", "global", "", "127.0.0.1:9090");
    assertThat(settings.connection().orElseThrow().key()).isEmpty();
  }

  private static DialogflowSettings set(
      String project, String location, String credentials, String endpoint) {
    return set(project, location, project.isEmpty() ? "" : "ab-12", credentials, endpoint);
  }

  private static DialogflowSettings set(
      String project, String location, String agent, String credentials, String endpoint) {
    return new DialogflowSettings(
        project,
        location,
        agent,
        "",
        credentials,
        "",
        endpoint,
        Duration.ofSeconds(8),
        Duration.ofMinutes(30));
  }
}
