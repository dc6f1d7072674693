package dev.relevo.eval.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.relevo.eval.dataset.Dialogue.Closed;
import dev.relevo.eval.dataset.Dialogue.Customer;
import dev.relevo.eval.dataset.Dialogue.Expected;
import dev.relevo.eval.dataset.Dialogue.HandBack;
import dev.relevo.eval.dataset.Dialogue.Person;
import dev.relevo.knowledge.matrix.RowId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DialogueSetTests {

  private final List<Dialogue> shipped = DialogueSet.shipped().dialogues();

  @Test
  void holdsAtLeastFortyDialoguesOfSeveralTurnsInThreeLanguages() {
    assertThat(shipped).hasSizeGreaterThanOrEqualTo(40);
    assertThat(shipped).allSatisfy(it -> assertThat(it.turns()).hasSizeGreaterThan(1));
    assertThat(shipped)
        .extracting(Dialogue::language)
        .contains(Locale.of("es"), Locale.ENGLISH, Locale.of("pt"));
  }

  @Test
  void expectsEverythingThatCanComeOfATurn() {
    assertThat(said()).flatExtracting(Customer::expect).contains(Expected.values());
    assertThat(said().stream().filter(Customer::followUp)).hasSizeGreaterThan(40);
    assertThat(shipped)
        .flatExtracting(Dialogue::turns)
        .hasAtLeastOneElementOfType(Person.class)
        .contains(new HandBack(true), new Closed(true));
  }

  @Test
  void readsWhatATurnExpects() {
    var dialogue = read("[\"row\",\"offered\"]", "[\"PRI-001\"]");

    assertThat(dialogue.turns().getFirst())
        .isInstanceOfSatisfying(
            Customer.class,
            it -> {
              assertThat(it.text()).isEqualTo("how much?");
              assertThat(it.expect()).containsExactlyInAnyOrder(Expected.ROW, Expected.OFFERED);
              assertThat(it.rows()).containsExactly(new RowId("PRI-001"));
              assertThat(it.followUp()).isFalse();
            });
  }

  @Test
  void saysWhichTurnIsWrong() {
    assertThatThrownBy(() -> read("[\"row\"]", "[\"NONE-1\"]"))
        .isInstanceOf(DatasetUnreadable.class)
        .hasMessageContaining("dialogue d: «how much?» expects no row: NONE-1");
    assertThatThrownBy(() -> read("[\"row\"]", "[]")).hasMessageContaining("names no row");
    assertThatThrownBy(() -> read("[]", "[]")).hasMessageContaining("expects nothing");
    assertThatThrownBy(() -> read("[\"captured\"]", "[]")).hasMessageContaining("names no field");
    assertThatThrownBy(() -> read("[\"rows\"]", "[]")).isInstanceOf(DatasetUnreadable.class);
  }

  private List<Customer> said() {
    return shipped.stream()
        .flatMap(it -> it.turns().stream())
        .filter(Customer.class::isInstance)
        .map(Customer.class::cast)
        .toList();
  }

  private static Dialogue read(String expect, String rows) {
    var json =
        """
        {"dialogues":[{"id":"d","language":"en","about":"a","turns":[
         {"customer":"how much?","expect":%s,"rows":%s}]}]}
        """
            .formatted(expect, rows);
    return Shipped.read("f", json.getBytes(StandardCharsets.UTF_8), DialogueSet.class)
        .dialogues()
        .getFirst();
  }
}
