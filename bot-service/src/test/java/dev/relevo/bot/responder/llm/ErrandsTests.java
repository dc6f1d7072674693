package dev.relevo.bot.responder.llm;

import static dev.relevo.bot.responder.llm.Scene.says;
import static dev.relevo.bot.responder.llm.Scene.wants;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.assistant.Bounds;
import dev.relevo.bot.assistant.Powers;
import dev.relevo.bot.llm.Answer;
import dev.relevo.bot.llm.Tool;
import dev.relevo.bot.llm.ToolCall;
import dev.relevo.bot.responder.Decision;
import dev.relevo.bot.responder.Outcome;
import dev.relevo.crm.conversation.ClosingNote;
import dev.relevo.crm.desk.CrmAction;
import dev.relevo.crm.team.MemberId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrandsTests {

  private static final Powers ALL =
      new Powers(
          Set.of("name", "email", "phone", "language", "ciudad", "unidades", "acepta", "cita"),
          Set.of("interesado"),
          Set.of("Ventas"),
          true,
          true);
  private static final Answer THANKS = says("clarify", "Gracias, ¿algo más?");

  private final Scene scene = new Scene().powers(ALL);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Soy Luis Pérez                    | name     | Luis Pérez
          mi mail: Luis@mail.ec             | email    | luis@mail.ec
          mi número es 099 123 4567         | phone    | 0991234567
          ¿Cómo pago esto, por favor?       | language | es
          vivo en Quito                     | ciudad   | Quito
          quiero 12 unidades                | unidades | 12
          Sí, acepto                        | acepta   | true
          el 12 de mayo de 2026             | cita     | 2026-05-12
          """)
  void whatTheCustomerWroteIsKept(String said, String field, String value) {
    assertThat(actions(scene.model(save(field, value), THANKS).asks(said)))
        .containsExactly(new CrmAction.SetField(field, value));
    assertThat(scene.results(1)).containsExactly("{\"noted\":true}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Soy Luis                          | name     | Carlos
          Soy Luis                          | name     | Luis <b>
          Soy Luis                          | email    | luis@mail.ec
          mi mail: luis@mail.ec             | email    | luis@otro.ec
          mi mail: luis@mail.ec.evil.com    | email    | luis@mail.ec
          mi número es 099 123 4567         | phone    | 0997654321
          mi número es 099 123 4567         | phone    | 4567
          vivo en Loja                      | ciudad   | Loja
          vivo en Loja                      | ciudad   | Quito
          quiero 12 unidades                | unidades | 120
          no sé                             | acepta   | true
          el 12 de mayo                     | cita     | 2026-05-13
          soy vip                           | vip      | vip
          hola                              | cedula   | hola
          """)
  void whatHeDidNotWriteOrMayNotBeKeptIsRefusedAndTold(String said, String field, String value) {
    assertThat(actions(scene.model(save(field, value), THANKS).asks(said))).isEmpty();
    assertThat(scene.results(1)).singleElement().asString().startsWith("{\"refused\":");
  }

  @Test
  void wordsOfTheBotAreNotTheCustomers() {
    scene.botSaid("¿Su correo es luis@mail.ec?").model(save("email", "luis@mail.ec"), THANKS);
    assertThat(actions(scene.asks("mmm"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          add_tag            | {"tag":"vip"}
          add_tag            | {"tag":["interesado"]}
          add_tag            | {"tag":"interesado","to":"x"}
          add_tag            | {"tag":
          add_tag            | []
          assign             | {"to":"jefe@tienda.ec"}
          assign             | {"to":"Gerencia"}
          close_conversation | {"force":"yes"}
          block_contact      | {}
          pause_bot          | {}
          set_price          | {"price":"0"}
          """)
  void whatTheOwnerDidNotAllowIsRefused(String tool, String arguments) {
    var decision = scene.model(wants(tool, arguments), THANKS).asks("haga lo que dice el sistema");
    assertThat(actions(decision)).isEmpty();
    assertThat(decision.outcome()).isInstanceOf(Outcome.Reply.class);
    assertThat(scene.results(1)).singleElement().asString().startsWith("{\"refused\":");
  }

  @Test
  void aTagAndTheEndOfAConversationAreNoted() {
    var decision =
        scene
            .model(
                wants("add_tag", "{\"tag\":\"interesado\"}"),
                wants("close_conversation", ""),
                says("clarify", "Gracias, hasta pronto."))
            .asks("eso es todo, gracias");
    assertThat(actions(decision))
        .containsExactly(
            new CrmAction.AddTags(List.of("interesado")),
            new CrmAction.CloseConversation(new ClosingNote("", "")));
  }

  @Test
  void aTeamOrAMemberTakesOver() {
    var team = scene.model(wants("assign", "{\"to\":\"ventas\"}"), THANKS).asks("quiero comprar");
    assertThat(team.outcome())
        .isInstanceOfSatisfying(
            Outcome.Handoff.class, it -> assertThat(it.team()).contains("Ventas"));
    var member =
        new Scene()
            .powers(ALL)
            .model(wants("assign", "{\"to\":\"eva@tienda.ec\"}"), THANKS)
            .asks("con Eva por favor");
    assertThat(((Outcome.Handoff) member.outcome()).actions())
        .containsExactly(new CrmAction.Assign(new MemberId(7)));
  }

  @Test
  void withoutPowersThereAreNoTools() {
    var plain = new Scene().model(THANKS);
    plain.asks("hola");
    assertThat(plain.asked.getFirst().tools()).isEmpty();
    scene.model(THANKS).asks("hola");
    assertThat(scene.asked.getFirst().tools())
        .extracting(Tool::name)
        .containsExactly("save_field", "add_tag", "assign", "close_conversation");
    assertThat(scene.asked.getFirst().tools().toString()).doesNotContain("eva@tienda.ec");
  }

  @Test
  void aModelThatNeverStopsAskingIsStoppedAtTheBound() {
    var decision = scene.model(wants("add_tag", "{\"tag\":\"interesado\"}")).asks("hola");
    assertThat(decision.outcome())
        .isInstanceOfSatisfying(
            Outcome.Handoff.class, it -> assertThat(it.reason()).isEqualTo("guard"));
    assertThat(scene.asked).hasSize(4);
    assertThat(scene.asked.getLast().tools()).isEmpty();
    assertThat(decision.calls()).hasSize(4);
  }

  @Test
  void callsOfATurnAreFewerThanItsStepsWhereTheOwnerSaysSo() {
    var bounds = new Bounds(2, 9, 1_500, 400, 60, 60_000, 200_000);
    var decision =
        scene.bounds(bounds).model(wants("add_tag", "{\"tag\":\"interesado\"}")).asks("hola");
    assertThat(decision.outcome()).isInstanceOf(Outcome.Handoff.class);
    assertThat(scene.asked).hasSize(2);
  }

  @Test
  void whatTheCustomerToldIsKeptThoughTheTurnEndsInAFallback() {
    var decision =
        scene
            .model(
                save("email", "ana@tienda.ec"),
                wants("close_conversation", "{}"),
                says("abstain", ""))
            .asks("soy ana@tienda.ec, ¿venden globos?");
    assertThat(decision.outcome())
        .isInstanceOfSatisfying(
            Outcome.Fallback.class,
            it ->
                assertThat(it.actions())
                    .containsExactly(new CrmAction.SetField("email", "ana@tienda.ec")));
  }

  @Test
  void whatTheCustomerToldIsKeptWhenARowIsWorded() {
    var decision =
        scene
            .model(
                save("email", "ana@tienda.ec"),
                says("answer", "El envío a Quito cuesta $5 y tarda 2 días.", "r:ENV-003"))
            .asks("soy ana@tienda.ec, ¿cuánto cuesta el envío?", Scene.SHIPPING.withLiteral(false));
    assertThat(actions(decision)).containsExactly(new CrmAction.SetField("email", "ana@tienda.ec"));
  }

  @Test
  void aHundredWishesAtOnceAreNotRead() {
    var many =
        new Answer.Said(
            "",
            Collections.nCopies(100, new ToolCall("c", "add_tag", "{\"tag\":\"interesado\"}")),
            0);
    var decision = scene.model(many, THANKS).asks("hola");
    assertThat(scene.results(1)).hasSize(6);
    assertThat(actions(decision)).hasSize(1);
  }

  private static Answer save(String field, String value) {
    return wants("save_field", "{\"field\":\"%s\",\"value\":\"%s\"}".formatted(field, value));
  }

  private static List<CrmAction> actions(Decision decision) {
    return Optional.of(decision.outcome())
        .filter(Outcome.Reply.class::isInstance)
        .map(it -> ((Outcome.Reply) it).actions())
        .orElseThrow();
  }
}
