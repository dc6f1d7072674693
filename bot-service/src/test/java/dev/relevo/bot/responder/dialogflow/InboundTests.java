package dev.relevo.bot.responder.dialogflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.responder.Options;
import dev.relevo.crm.conversation.Content;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboundTests {

  @ParameterizedTest
  @ValueSource(strings = {"REF_FERIA", "REF_START_FERIA_2", " REF_X "})
  void aLinksWordsAreItsEvent(String text) {
    assertThat(by(new Content.Text(text))).isEqualTo(new Inbound.Happened(text.strip()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ref_feria", "REF_", "mi REF_FERIA", "REF_FÉRIA", "WELCOME"})
  void otherWordsAreWords(String text) {
    assertThat(by(new Content.Text(text))).isEqualTo(new Inbound.Words(text));
  }

  @Test
  void anOptionOfTheAgentsTellsItsValueOrItsEvent() {
    assertThat(picked(Options.tell("Sí", "yes"))).isEqualTo(new Inbound.Told("yes"));
    assertThat(picked(Options.tell("Sí", "event:CONFIRMADO")))
        .isEqualTo(new Inbound.Happened("CONFIRMADO"));
    assertThat(picked(Options.tell("Sí", "event:"))).isEqualTo(new Inbound.Told("event:"));
    assertThat(picked(Options.tell("Sí", "x".repeat(300)))).isEqualTo(new Inbound.Told("Sí"));
  }

  @Test
  void anOptionOfTheMatrixIsTheMatrixsUnlessItIsWords() {
    assertThat(picked(Options.person("Persona"))).isEqualTo(new Inbound.NotForIt());
    assertThat(picked(Options.open("Ver", "https://example.com")))
        .isEqualTo(new Inbound.NotForIt());
    assertThat(picked(Options.say("Horario"))).isEqualTo(new Inbound.Words("Horario"));
  }

  @Test
  void aPictureWithoutWordsIsShownAndOneWithWordsIsWords() {
    assertThat(by(picture(""))).isEqualTo(new Inbound.Shown());
    assertThat(by(picture("¿Tienen este?"))).isEqualTo(new Inbound.Words("¿Tienen este?"));
  }

  private static Inbound picked(Content.Option option) {
    return by(new Content.Picked(option.id(), option.label()));
  }

  private static Inbound by(Content content) {
    return Inbound.by(content, List.of());
  }

  private static Content picture(String caption) {
    return new Content.Media(
        Content.MediaKind.IMAGE,
        Optional.empty(),
        Optional.empty(),
        caption,
        "",
        "image/jpeg",
        Optional.empty());
  }
}
