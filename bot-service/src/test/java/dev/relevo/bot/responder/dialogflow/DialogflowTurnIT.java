package dev.relevo.bot.responder.dialogflow;

import static dev.relevo.bot.TestBot.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.Beside;
import dev.relevo.bot.TestBot;
import dev.relevo.bot.assistant.Assistants;
import dev.relevo.bot.assistant.Engine;
import dev.relevo.bot.dialogflow.AgentCall;
import dev.relevo.bot.dialogflow.AgentLog;
import dev.relevo.bot.pace.Deadline;
import dev.relevo.bot.responder.Options;
import dev.relevo.bot.responder.Responders;
import dev.relevo.bot.standin.DialogflowAnswer;
import dev.relevo.bot.standin.DialogflowCall;
import dev.relevo.bot.standin.DialogflowFault;
import dev.relevo.crm.contact.Contacts;
import dev.relevo.crm.contact.Field;
import dev.relevo.crm.contact.FieldType;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.FloorHolder;
import dev.relevo.crm.handoff.Handoffs;
import dev.relevo.crm.team.Members;
import dev.relevo.crm.workspace.Language;
import io.grpc.Status;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Whole turns with an agent behind a matrix that knows one question.
@Beside
class DialogflowTurnIT extends AgentBesideMatrix {

  @Test
  void theAgentAnswersWhatTheMatrixDoesNotKnow() {
    says("RUC", 1);
    says("¿Qué horario tienen?", 2);
    assertThat(ana.got()).containsExactly("1790012345001", "De lunes a viernes, de 08:30 a 18:00.");
    assertThat(calls()).hasSize(1);
    var call = calls().getFirst();
    assertThat(call.parameters().getFieldsOrThrow("contactId").getStringValue())
        .isEqualTo(Long.toString(ana.id().value()));
    assertThat(call.parameters().getFieldsOrThrow("firstTurn").getBoolValue()).isTrue();
    assertThat(call.payload().toString())
        .contains("source", "channelId", "conversationId")
        .doesNotContain(ana.sender().aliases().getFirst().value());
  }

  @Test
  void whileItAsksForSomethingItIsAskedBeforeTheMatrix() {
    says("mi pedido", 1);
    says("RUC", 2);
    says("12345", 3);
    says("RUC", 4);
    assertThat(ana.got())
        .containsExactly(
            "¿Cuál es el número?",
            "El número tiene de 4 a 8 cifras.",
            "El pedido 12345 está en camino.",
            "1790012345001");
  }

  @Test
  void aTappedReplyGoesBackToTheAgentAndNotToTheMatrix() {
    agent.answering((call, _) ->
        call.event().isEmpty() && !call.text().equals("ruc-del-agente")
            ? DialogflowAnswer.intent("menu")
                .says("Elija")
                .payload(
                    "{\"quickReplies\":[{\"title\":\"RUC\",\"value\":\"ruc-del-agente\"},{\"title\":\"Luego\",\"value\":\"event:LUEGO\"}]}")
            : DialogflowAnswer.intent("dicho").says("Oí " + call.text() + call.event()));
    says("menú", 1);
    ana.writes(new Content.Picked("tell:ruc-del-agente", "RUC"));
    await("the tap", () -> ana.got().size() == 2);
    says("menú", 3);
    says("2", 4);
    assertThat(ana.got()).containsExactly("Elija", "Oí ruc-del-agente", "Elija", "Oí LUEGO");
  }

  @Test
  void whatItAsksForIsDoneOnce() {
    bot.bean(Contacts.class)
        .defineField(bot.workspace(), new Field("ciudad", "Ciudad", FieldType.TEXT, List.of()));
    says("quiero ser vip", 1);
    says("precios", 3);
    var contact = bot.bean(Contacts.class).find(bot.workspace(), ana.id()).orElseThrow();
    assertThat(contact.tags()).containsExactly("cliente_nuevo", "frecuente", "vip");
    assertThat(contact.fields()).containsEntry("ciudad", "Quito");
    assertThat(bot.conversations().comments(ana.id(), Long.MAX_VALUE, 10)).hasSize(1);
  }

  @Test
  void aPauseOfSomeMinutesEndsByItself() {
    agent.answering((_, _) ->
        DialogflowAnswer.intent("pausa")
            .says("Vuelvo en media hora.")
            .payload("{\"crm\":{\"actions\":[{\"type\":\"pause_bot\",\"minutes\":30}]}}"));
    says("pausa", 1);
    await("the floor", () -> ana.thread().floor() == FloorHolder.PERSON);
    var back =
        bot.jdbc()
            .sql("SELECT resume_at - floor_since FROM crm.thread WHERE contact_id = :contact")
            .param("contact", ana.id().value())
            .query(String.class)
            .single();
    assertThat(back).startsWith("00:30:00");
    assertThat(bot.bean(Handoffs.class).current(ana.id())).isPresent();
  }

  @Test
  void aHandOffSaysItsWordsFirstAndTellsWhy() {
    bot.bean(Members.class).seen(bot.aMember().id());
    says("quiero hablar con una persona", 1);
    await("the floor", () -> ana.thread().floor() == FloorHolder.PERSON);
    var handoff = bot.bean(Handoffs.class).current(ana.id()).orElseThrow();
    assertThat(ana.got()).containsExactly("Le paso con una persona.");
    assertThat(handoff.summary()).contains("pidió una persona", "quiero hablar");
    assertThat(ana.outcomes()).containsExactly("HANDOFF agent");
  }

  @Test
  void afterAHandBackASessionOfItsOwnBegins() {
    says("quiero hablar con una persona", 1);
    await("the floor", () -> ana.thread().floor() == FloorHolder.PERSON);
    bot.floor().give(ana.id(), new Author.Automatic("test"), "resume");
    says("precios", 3);
    assertThat(calls()).extracting(DialogflowCall::session).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void theThirdMissInARowAsksAPersonIn() {
    says("asdf", 1);
    says("qwer", 2);
    says("zxcv", 3);
    await("the floor", () -> ana.thread().floor() == FloorHolder.PERSON);
    assertThat(ana.outcomes()).containsExactly("REPLY", "REPLY", "HANDOFF misses");
    assertThat(bot.bean(Handoffs.class).current(ana.id()).orElseThrow().summary())
        .contains("3 veces", "zxcv");
  }

  @Test
  void aContactsFirstWordsAreAnEventWhereTheOwnerWantsIt() {
    // It would take the other's turns.
    bot.close();
    var settings =
        Map.of("relevo.dialogflow.endpoint", agent.endpoint(), "relevo.dialogflow.welcome", "true");
    try (var welcoming = TestBot.thinking(DialogflowTurnIT::matrix, Clock.systemUTC(), settings)) {
      connect(welcoming);
      var luis = welcoming.aCustomer();
      luis.writes("buenas, ¿qué horario tienen?");
      await("the welcome", () -> !luis.got().isEmpty());
      luis.writes("¿Qué horario tienen?");
      await("the answer", () -> luis.got().contains("De lunes a viernes, de 08:30 a 18:00."));
    }
    assertThat(calls()).extracting(DialogflowCall::event).containsExactly("WELCOME", "");
    assertThat(calls().getFirst().payload().getFieldsOrThrow("text").getStringValue())
        .isEqualTo("buenas, ¿qué horario tienen?");
  }

  @Test
  void aPictureIsAnEvent() {
    ana.writes(new Content.Place(-0.18, -78.47, "", "Quito"));
    await("the answer", () -> ana.got().size() == 1);
    assertThat(ana.got()).containsExactly("Recibido.");
    assertThat(calls().getFirst().event()).isEqualTo("media_received");
    assertThat(calls().getFirst().payload().toString()).contains("attachments", "Quito");
  }

  @Test
  void aParametricLinkIsAnEvent() {
    says("REF_FERIA", 1);
    assertThat(ana.got()).containsExactly("Gracias por venir desde feria.");
    assertThat(calls().getFirst().event()).isEqualTo("REF_FERIA");
    await(
        "the tag",
        () ->
            bot.bean(Contacts.class)
                .find(bot.workspace(), ana.id())
                .orElseThrow()
                .tags()
                .equals(List.of("ref_feria")));
  }

  @Test
  void aLongTextIsCutAndGoesAlongWhole() {
    var text = "precios " + "😀".repeat(200);
    says(text, 2);
    var call = calls().getFirst();
    assertThat(call.text()).hasSizeLessThanOrEqualTo(256).startsWith("precios");
    assertThat(call.payload().getFieldsOrThrow("text").getStringValue()).isEqualTo(text);
  }

  @Test
  void everyStatusIsAnsweredWithTheFallbackAndThenAPerson() {
    for (var code :
        List.of(
            Status.Code.INVALID_ARGUMENT,
            Status.Code.UNAUTHENTICATED,
            Status.Code.PERMISSION_DENIED,
            Status.Code.NOT_FOUND,
            Status.Code.FAILED_PRECONDITION,
            Status.Code.RESOURCE_EXHAUSTED,
            Status.Code.INTERNAL)) {
      agent.failing(new DialogflowFault.Fails(code));
      var customer = bot.aCustomer();
      customer.writes("precios");
      customer.writes("precios");
      await("the hand-off after " + code, () -> customer.outcomes().contains("HANDOFF misses"));
      assertThat(customer.outcomes()).containsExactly("FALLBACK", "HANDOFF misses");
    }
    assertThat(calls()).extracting(DialogflowCall::session).hasSizeLessThanOrEqualTo(14);
  }

  @Test
  void twoQuickMessagesAreAskedOneAfterTheOther() {
    agent.slow(Duration.ofMillis(300));
    ana.writes("horario");
    ana.writes("precios");
    await("the answers", () -> ana.got().size() == 3);
    assertThat(calls()).extracting(DialogflowCall::text).containsExactly("horario", "precios");
    assertThat(calls()).extracting(DialogflowCall::together).containsExactly(1, 1);
    assertThat(agent.mostTogether(calls().getFirst().session())).isEqualTo(1);
  }

  @Test
  void aQuestionThatIsTriedOutIsAnsweredAndLeavesNothing() {
    var trial =
        bot.bean(Responders.class)
            .tryOut(
                bot.bean(Assistants.class).general(bot.workspace()),
                Responders.Matter.PUBLISHED,
                "quiero ser vip",
                Language.ES,
                Deadline.in(Duration.ofSeconds(12)));
    assertThat(trial.says()).containsExactly(new Content.Text("Queda anotado."));
    assertThat(calls().getFirst().parameters().getFieldsOrThrow("trial").getBoolValue()).isTrue();
  }

  @Test
  void aPersonIsStillReachedWhileItAsksForSomething() {
    says("mi pedido", 1);
    ana.writes(new Content.Picked(Options.PERSON, "Persona"));
    await("the matrix", () -> ana.outcomes().size() == 2 && !ana.outcomes().contains("WAITING"));
    assertThat(calls()).hasSize(1);
  }

  @Test
  void whatItWasAskedIsOnRecordForAMessageAndForATrial() {
    says("precios", 2);
    var question = bot.conversations().messages(ana.id(), Long.MAX_VALUE, 10).getFirst();
    var call = bot.bean(AgentLog.class).of(bot.workspace(), question.id()).orElseThrow();
    assertThat(call.input()).contains("precios");
    assertThat(call.state()).isEqualTo(AgentCall.State.ANSWERED);
    var trial =
        bot.bean(Responders.class)
            .tryOut(bot.workspace(), Responders.Matter.PUBLISHED, "precios", Language.ES);
    var made = trial.decision().calls().getFirst();
    assertThat(made.of()).isEqualTo(Engine.DIALOGFLOW);
    assertThat(bot.bean(AgentLog.class).find(bot.workspace(), made.number()))
        .hasValueSatisfying(it -> assertThat(it.trial()).isTrue());
  }

  /// What the agent saw, without the probe.
  private List<DialogflowCall> calls() {
    return agent.log().stream().filter(it -> it.payload().getFieldsCount() > 0).toList();
  }
}
