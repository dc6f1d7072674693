package dev.relevo.bot.dialogflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgentNameTests {

  @Test
  void isCalledWhereItLies() {
    assertThat(at("us-central1").endpoint()).isEqualTo("us-central1-dialogflow.googleapis.com:443");
    assertThat(at("global").endpoint()).isEqualTo("dialogflow.googleapis.com:443");
  }

  @Test
  void namesItsEnvironmentIfItHasOne() {
    assertThat(at("global").full()).isEqualTo("projects/shop-1/locations/global/agents/ab-12");
    assertThat(new AgentName("shop-1", "global", "ab-12", Optional.of("live")).session("s"))
        .isEqualTo("projects/shop-1/locations/global/agents/ab-12/environments/live/sessions/s");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "projects/shop-1/locations/global/agents/ab-12",
        "projects/shop-1/locations/us-central1/agents/ab-12/environments/live"
      })
  void isReadFromItsFullName(String full) {
    assertThat(AgentName.of(full).full()).isEqualTo(full);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ab-12", "projects/p/agents/a", "projects/p1/locations/x.y/agents/a"})
  void whatIsNoFullNameIsRefused(String text) {
    assertThatThrownBy(() -> AgentName.of(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example/", "us central1", "", "US", "a@b", "x:443#"})
  void aLocationThatWouldLeadToAnotherHostIsNone(String location) {
    assertThatThrownBy(() -> at(location)).isInstanceOf(IllegalArgumentException.class);
  }

  private static AgentName at(String location) {
    return new AgentName("shop-1", location, "ab-12", Optional.empty());
  }
}
