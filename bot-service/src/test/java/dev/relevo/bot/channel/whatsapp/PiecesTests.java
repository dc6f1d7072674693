package dev.relevo.bot.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.crm.conversation.Content;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PiecesTests {

  @Test
  void leavesWhatFitsAlone() {
    var text = new Content.Text("a".repeat(4096));

    assertThat(Pieces.of(text)).containsExactly(text);
  }

  @Test
  void cutsAtParagraphsRatherThanWords() {
    var pieces = Pieces.cut("uno dos\n\ntres cuatro cinco", 14);

    assertThat(pieces).containsExactly("uno dos", "tres cuatro", "cinco");
  }

  @Test
  void cutsWhatHasNoSeam() {
    assertThat(Pieces.cut("x".repeat(25), 10))
        .containsExactly("x".repeat(10), "x".repeat(10), "xxxxx");
  }

  @Test
  void neverCutsACharacterInHalf() {
    assertThat(Pieces.cut("😀".repeat(9), 5))
        .allSatisfy(
            it -> assertThat(it.codePoints()).allMatch(Character::isSupplementaryCodePoint));
  }

  @Test
  void putsTheEndOfALongQuestionOverTheOptions() {
    var options = List.of(new Content.Option("a", "A", "", Optional.empty()));
    var question = "palabra ".repeat(300) + "¿cuál?";

    var pieces = Pieces.of(new Content.Choice(question, options));

    assertThat(pieces).hasSize(2);
    assertThat(pieces.getLast())
        .isInstanceOfSatisfying(
            Content.Choice.class,
            it -> {
              assertThat(it.body()).endsWith("¿cuál?").hasSizeLessThanOrEqualTo(1024);
              assertThat(it.options()).isEqualTo(options);
              assertThat(((Content.Text) pieces.getFirst()).body() + " " + it.body())
                  .isEqualTo(question);
            });
  }

  @Test
  void saysTheWordsOfASoundAfterIt() {
    var sound =
        new Content.Media(
            Content.MediaKind.AUDIO,
            Optional.empty(),
            Optional.of("https://example.com/a.mp3"),
            "Escuche",
            "",
            "",
            Optional.empty());

    assertThat(Pieces.of(sound)).hasSize(2).last().isEqualTo(new Content.Text("Escuche"));
  }
}
