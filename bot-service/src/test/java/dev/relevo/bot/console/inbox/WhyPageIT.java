package dev.relevo.bot.console.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.access.Visit;
import dev.relevo.bot.browser.RunningApplication;
import dev.relevo.bot.console.ConnectedAgent;
import dev.relevo.bot.console.ConnectedModel;
import dev.relevo.bot.console.Customer;
import dev.relevo.crm.conversation.Message;
import dev.relevo.crm.team.Role;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The page that says why the bot answered what it answered.
class WhyPageIT {

  private static final Visit AGENT = Visit.as(Role.AGENT);

  @Test
  void showsRowsScoresAndEveryCallOfTheModel() {
    try (var model = new ConnectedModel()) {
      var customer = new Customer("Rosa").says("¿y el costo en Galápagos, más o menos?").hears();
      assertThat(model.provider().chats()).isNotEmpty();
      var page = AGENT.get(why(customer)).body();
      assertThat(page)
          .contains(
              "más o menos?", "id=\"call-", "responder a un cliente", "Reglas", "Respuesta tal")
          .contains("stand-in")
          .doesNotContain(ConnectedModel.KEY, ConnectedModel.HEADER);
      assertThat(AGENT.get(customer.path()).body()).contains(why(customer));

      assertThat(model.owner().get("/console/assistants/spend").body())
          .contains("href=\"" + customer.path() + "\"", "responder a un cliente");

      purge(customer);
      assertThat(AGENT.get(why(customer)).body())
          .contains("Los textos de esta llamada ya no se guardan")
          .doesNotContain("Reglas");
    }
  }

  @Test
  void saysThatNoModelWasAskedForALiteralRow() {
    var customer = new Customer("Luis").says("¿Qué es la API de WhatsApp?").hears();
    assertThat(AGENT.get(why(customer)).body())
        .contains("se decidió sin modelo", "Umbral")
        .doesNotContain("id=\"call-");
  }

  @Test
  void isOfOneThreadAndOfTheBotsWordsOnly() {
    var customer = new Customer("Eva").says("¿Qué es la API de WhatsApp?").hears();
    var other = new Customer("Ana").says("¿Qué es la API de WhatsApp?").hears();
    var answer = customer.thread().getLast().id().value();
    var question = customer.thread().stream().filter(Message::inbound).findFirst().orElseThrow();
    assertThat(AGENT.get(other.path() + "/why/" + answer).statusCode()).isEqualTo(404);
    assertThat(AGENT.get(customer.path() + "/why/" + question.id().value()).statusCode())
        .isEqualTo(404);
    assertThat(new Visit().get(why(customer)).statusCode()).isIn(302, 401);
  }

  @Test
  void aTriedQuestionShowsTheSame() {
    var manager = Visit.as(Role.MANAGER);
    try (var _ = new ConnectedModel()) {
      var tried =
          manager.post(
              "/console/assistants/0/try",
              Map.of("question", "¿y el costo en Galápagos, más o menos?", "language", "es"));
      assertThat(tried.body())
          .contains("id=\"tried\"", "id=\"call-", "pregunta de prueba", "Reglas");
    }
    assertThat(AGENT.post("/console/assistants/0/try", Map.of("question", "hola")).statusCode())
        .isEqualTo(403);
  }

  @Test
  void showsWhatAnAgentWasAskedAndHowLongItTookAndWhatItAnswered() {
    try (var agent = new ConnectedAgent()) {
      var customer = Customer.elsewhere("Rita").says("quiero ser vip, ¿vale?").hears();
      assertThat(AGENT.get(why(customer)).body())
          .contains("id=\"agent-call-", "quiero ser vip, ¿vale?", "responder a un cliente")
          .contains("projects/", "responseMessages", "Tiempo")
          .doesNotContain("Tokens");
      var tried =
          Visit.as(Role.MANAGER)
              .post(
                  "/console/assistants/" + agent.assistant().value() + "/try",
                  Map.of("question", "quiero ser vip, ¿vale?", "language", "es"));
      assertThat(tried.body())
          .contains("id=\"agent-call-", "pregunta de prueba", "responseMessages")
          .contains("Respondería el agente de Dialogflow");
    }
  }

  private static String why(Customer customer) {
    var answer = customer.thread().stream().filter(it -> !it.inbound()).findFirst().orElseThrow();
    return customer.path() + "/why/" + answer.id().value();
  }

  private static void purge(Customer customer) {
    RunningApplication.shared()
        .bean(JdbcClient.class)
        .sql(
            """
            UPDATE bot.model_call SET request = NULL, answer = NULL, steps = '[]'
            WHERE contact_id = :contact
            """)
        .param("contact", customer.contact().id().value())
        .update();
  }
}
