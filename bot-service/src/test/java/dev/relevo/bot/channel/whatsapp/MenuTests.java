package dev.relevo.bot.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.crm.conversation.Content.Choice;
import dev.relevo.crm.conversation.Content.Option;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MenuTests {

  @Test
  void showsUpToThreeOptionsAsButtons() {
    var menu = menu(options(3));

    assertThat(menu.interactive().toString())
        .isEqualTo(
            """
            {"type":"button","body":{"text":"¿Cuál?"},"action":{"buttons":[\
            {"type":"reply","reply":{"id":"row:1","title":"Opción 1"}},\
            {"type":"reply","reply":{"id":"row:2","title":"Opción 2"}},\
            {"type":"reply","reply":{"id":"row:3","title":"Opción 3"}}]}}\
            """);
  }

  @Test
  void showsFourToTenOptionsAsAList() {
    assertThat(type(menu(options(4)))).isEqualTo("list");
    var ten = menu(options(10)).interactive();
    assertThat(Wire.text(ten.path("action"), "button")).isEqualTo("Ver opciones");
    assertThat(ten.path("action").path("sections").get(0).path("rows")).hasSize(10);
  }

  @Test
  void showsLabelsTooLongForButtonsAsAList() {
    assertThat(type(menu(List.of(option("a", "Una etiqueta de 22 c"), option("b", "x")))))
        .isEqualTo("button");
    assertThat(type(menu(List.of(option("a", "Una etiqueta de 22 car"), option("b", "x")))))
        .isEqualTo("list");
  }

  @Test
  void writesNumbersWhereNothingElseFits() {
    assertThat(menu(options(11)).interactive()).isEmpty();
    assertThat(menu(options(11)).numbered())
        .startsWith("¿Cuál?\n1. Opción 1\n2. Opción 2\n")
        .endsWith("\n11. Opción 11");
    assertThat(menu(List.of(option("a", "mismo"), option("b", "mismo"))).interactive()).isEmpty();
    assertThat(menu(List.of(option("a", "una etiqueta de más de 24"))).interactive()).isEmpty();
    assertThat(menu(List.of(option("x".repeat(257), "a"))).interactive()).isEmpty();
    assertThat(menu(List.of(option("a", " "))).interactive()).isEmpty();
  }

  @Test
  void makesAButtonOfAPageAlone() {
    assertThat(menu(List.of(page("Precios"))).interactive().toString())
        .isEqualTo(
            """
            {"type":"cta_url","body":{"text":"¿Cuál?"},"action":{"name":"cta_url","parameters":\
            {"display_text":"Precios","url":"https://example.com/p"}}}\
            """);
  }

  @Test
  void writesPagesAmongAnswersAsLines() {
    var menu = menu(List.of(page("Precios"), option("row:1", "Envíos")));

    assertThat(Wire.text(menu.interactive().path("body"), "text"))
        .isEqualTo("¿Cuál?\nPrecios: https://example.com/p");
    assertThat(menu.interactive().path("action").path("buttons")).hasSize(1);
    assertThat(menu.numbered()).isEqualTo("¿Cuál?\nPrecios: https://example.com/p\n2. Envíos");
  }

  @Test
  void cutsDescriptions() {
    var wordy = new Option("a", "A", "d".repeat(100), Optional.empty());
    var menu = menu(List.of(wordy, option("b", "B"), option("c", "C"), option("d", "D")));

    var row = menu.interactive().path("action").path("sections").get(0).path("rows").get(0);
    assertThat(Wire.text(row, "description")).hasSize(72);
  }

  private static String type(Menu menu) {
    return Wire.text(menu.interactive(), "type");
  }

  private static Menu menu(List<Option> options) {
    return new Menu(new Choice("¿Cuál?", options), "Ver opciones");
  }

  private static List<Option> options(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(n -> option("row:" + n, "Opción " + n))
        .toList();
  }

  private static Option option(String id, String label) {
    return new Option(id, label, "", Optional.empty());
  }

  private static Option page(String label) {
    return new Option("say:" + label, label, "", Optional.of("https://example.com/p"));
  }
}
