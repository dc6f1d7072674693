package dev.relevo.knowledge.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OfferTests {

  private static final Matrix DRAFT =
      new Matrix(
          List.of(
              row("es", "ENV", "¿Hacen envíos?", "envían a domicilio"),
              row("es", "FAQ-001", "¿A qué hora abren?")));

  @Test
  void aRowThatTheDraftIsAskedAlreadyIsKnownWhateverItsCaseAndAccents() {
    var offers =
        offers(row("es", "a", "HACEN ENVIOS"), row("es", "b", "Otra", "¡Envían a domicilio!"));

    assertThat(offers).extracting(Offer::known).containsOnly(Optional.of(new RowId("ENV")));
  }

  @Test
  void theSameWordsInAnotherLanguageAreNew() {
    assertThat(offers(row("pt", "a", "¿Hacen envíos?")).getFirst().known()).isEmpty();
  }

  @Test
  void everyRowGetsAnIdThatNoneHas() {
    var offers =
        offers(
            row("es", "FAQ-001", "Uno"),
            row("es", "FAQ-001-2", "Dos"),
            row("es", "x".repeat(64), "Tres"));

    assertThat(offers)
        .extracting(it -> it.row().id().value())
        .containsExactly("FAQ-001-2", "FAQ-001-2-2", "x".repeat(64));
    assertThat(offers).extracting(Offer::key).doesNotHaveDuplicates();
  }

  @Test
  void aKeyIsTheSameAgainAndAnotherOnceTheRowSaysSomethingElse() {
    var key = offers(row("es", "a", "Uno")).getFirst().key();

    assertThat(offers(row("es", "a", "Uno")).getFirst().key()).isEqualTo(key);
    assertThat(offers(row("es", "a", "Uno", "primero")).getFirst().key()).isNotEqualTo(key);
  }

  private static List<Offer> offers(Row... suggested) {
    return Offer.of(new Suggested.Rows(new Matrix(Arrays.asList(suggested)), List.of()), DRAFT);
  }

  private static Row row(String language, String id, String question, String... variants) {
    return Row.answering(
        new RowId(id), Locale.of(language), question, List.of(variants), "Respuesta.");
  }
}
