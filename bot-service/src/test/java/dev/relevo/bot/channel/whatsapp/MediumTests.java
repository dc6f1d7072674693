package dev.relevo.bot.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.crm.conversation.Content.MediaKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediumTests {

  @ParameterizedTest
  @CsvSource({
    "image/png, 5242880, IMAGE",
    "image/png, 5242881, DOCUMENT",
    "image/webp, 10, DOCUMENT",
    "image/gif, 10, DOCUMENT",
    "video/mp4, 16777216, VIDEO",
    "video/mp4, 16777217, DOCUMENT",
    "video/webm, 10, DOCUMENT",
    "audio/mpeg, 10, AUDIO",
    "audio/ogg, 10, DOCUMENT",
    "application/pdf, 104857600, DOCUMENT",
  })
  void goesAsWhatMetaTakesItAs(String mime, long size, MediaKind kind) {
    assertThat(Medium.of(mime, size)).hasValue(kind);
  }

  @Test
  void isNotSentWhenItIsLargerThanMetaTakes() {
    assertThat(Medium.of("application/pdf", 104_857_601)).isEmpty();
  }
}
