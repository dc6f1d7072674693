package dev.relevo.bot.responder.llm;

import static dev.relevo.bot.responder.llm.Scene.row;
import static dev.relevo.bot.responder.llm.Scene.says;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.assistant.Powers;
import dev.relevo.bot.llm.AsSent;
import dev.relevo.bot.llm.Tokens;
import dev.relevo.knowledge.matrix.Row;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestTests {

  private static final String LONG = "El envío llega a todas las provincias del país. ".repeat(40);
  private static final int BOUND = 1_500;

  private final Scene scene = new Scene().model(says("abstain", ""));

  @Test
  void aRequestStaysWithinItsBoundHoweverMuchThereIs() {
    scene
        .candidates(
            IntStream.range(0, 10)
                .mapToObj(it -> row("R-" + it, LONG.substring(0, 200), LONG))
                .toArray(Row[]::new))
        .passage(1, "Envíos", LONG)
        .persona(LONG + LONG)
        .powers(
            new Powers(Set.of("name", "email"), Set.of("a", "b"), Set.of("Ventas"), false, true));
    for (int i = 0; i < 12; i++) {
      scene.customerSaid(LONG).botSaid(LONG);
    }
    scene.asks(LONG);
    assertThat(size()).isLessThanOrEqualTo(BOUND);
    assertThat(scene.document(0).path("sources")).isNotEmpty();
    assertThat(scene.document(0).path("question").asString("")).startsWith("El envío llega");
  }

  @Test
  void theBestSourcesAreKeptAndWhatIsHandedInIsWhatIsCited() {
    scene
        .candidates(row("A-1", "¿A?", LONG), row("B-2", "¿B?", LONG), row("C-3", "¿C?", LONG))
        .asks("¿envíos?");
    var ids =
        scene.document(0).path("sources").values().stream()
            .map(it -> it.path("id").asString(""))
            .toList();
    assertThat(ids).startsWith("r:A-1");
  }

  @Test
  void aShortRequestIsShort() {
    scene.asks("¿Cuánto cuesta el envío?");
    assertThat(size()).isLessThan(800);
  }

  @Test
  void theNewestMessagesAreKept() {
    for (int i = 0; i < 30; i++) {
      scene.customerSaid("mensaje " + i);
    }
    scene.asks("¿y eso?");
    var said = scene.document(0).path("conversation");
    assertThat(said).hasSize(10);
    assertThat(said.get(9).path("text").asString("")).isEqualTo("mensaje 29");
  }

  @Test
  void ofTheContactOnlyWhatIsNeededIsHandedOver() {
    scene
        .powers(new Powers(Set.of("email", "ciudad"), Set.of(), Set.of(), false, false))
        .asks("hola");
    assertThat(scene.data(0)).doesNotContain("secreto", "1710034065", "vip", "593991112233");
    assertThat(scene.document(0).path("contact").path("name").asString("")).isEqualTo("Ana Torres");
    assertThat(scene.document(0).path("contact").path("missing")).hasSize(1);
  }

  @Test
  void whatARowFillsInForACustomerIsLeftOut() {
    scene
        .candidates(
            row(
                "A-1",
                "¿Hola?",
                "Hola {{$contact.firstname|\"amigo\"}}, $contact.email bienvenido || otra"))
        .asks("hola");
    assertThat(scene.data(0)).contains("bienvenido").doesNotContain("contact.", "otra");
  }

  private int size() {
    return Tokens.count(AsSent.body(scene.asked.getFirst()));
  }
}
