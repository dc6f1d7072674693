package dev.relevo.bot.copilot;

import static dev.relevo.bot.TestBot.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.TestBot;
import dev.relevo.bot.assistant.Assistants;
import dev.relevo.bot.llm.Answer;
import dev.relevo.bot.llm.ScriptedModel;
import dev.relevo.bot.responder.Outcome;
import dev.relevo.bot.turn.Summaries;
import dev.relevo.crm.conversation.Comment;
import dev.relevo.crm.conversation.Conversations;
import dev.relevo.crm.conversation.Floor;
import dev.relevo.crm.conversation.FloorHolder;
import dev.relevo.crm.workspace.Workspaces;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.BeanFactory;

/// A conversation handed over, on a real PostgreSQL: one note and one message, whatever the model
/// does.
class HandOffNoteIT {

  private static final String SUMMARY = "Quiere cambiar el pedido 4417 y pidió una persona.";
  private static final String PLAIN =
      "El cliente escribió: «quiero cambiar el pedido 4417». Última respuesta: «Los cambios se"
          + " aceptan durante 30 días.».";
  private static final String REASON = "El cliente pidió hablar con una persona.";

  /// How the model is that day.
  enum Model {
    FINE,
    INVENTING,
    DOWN,
    /// It never answers, whatever deadline it was given.
    STUCK;

    Answer answer() {
      return switch (this) {
        case FINE -> ScriptedModel.said(SUMMARY);
        case INVENTING -> ScriptedModel.said("Quiere cambiar el pedido 9999.");
        case DOWN -> ScriptedModel.failed(Answer.Fault.DOWN);
        case STUCK -> stuck();
      };
    }

    private static Answer stuck() {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException given) {
        Thread.currentThread().interrupt();
      }
      return ScriptedModel.failed(Answer.Fault.SLOW);
    }
  }

  @ParameterizedTest
  @EnumSource
  void leavesOneNoteAndSaysOneMessageHoweverTheModelIs(Model model) {
    var scripted = new ScriptedModel(_ -> model.answer());
    try (var bot = TestBot.summingUp(HandOffNoteIT::answer, beans -> summaries(beans, scripted))) {
      var customer = bot.aCustomer();
      customer.writes("quiero cambiar el pedido 4417");
      await("the answer", () -> customer.got().size() == 1);
      var began = System.nanoTime();
      customer.writes("persona");
      await("the hand-off", () -> customer.got().size() == 2);
      var took = Duration.ofNanos(System.nanoTime() - began);
      System.out.printf("handed over in %.1f s, model %s%n", took.toMillis() / 1_000.0, model);
      customer.writes("¿hola?");
      await(
          "silence",
          () ->
              customer.outcomes().size() == 3
                  && customer.outcomes().getLast().startsWith("SILENCE"));

      assertThat(took).isLessThan(Duration.ofSeconds(12));
      assertThat(customer.thread().floor()).isEqualTo(FloorHolder.PERSON);
      assertThat(customer.got()).hasSize(2);
      assertThat(notes(bot, customer))
          .containsExactly(
              (model == Model.FINE ? "Resumen automático: " + SUMMARY : PLAIN) + "\n\n" + REASON);
      assertThat(scripted.asked()).hasSize(1);
    }
  }

  @Test
  void theSecondMissIsSummedUpToo() {
    var scripted = ScriptedModel.saying("Preguntó dos veces por el pedido 4417.");
    try (var bot = TestBot.summingUp(HandOffNoteIT::answer, beans -> summaries(beans, scripted))) {
      var customer = bot.aCustomer();
      customer.writes("miss: pedido 4417");
      await("the fallback", () -> customer.got().size() == 1);
      assertThat(scripted.asked()).isEmpty();
      customer.writes("miss otra vez");
      await("the hand-off", () -> customer.got().size() == 2);
      assertThat(customer.outcomes()).containsExactly("FALLBACK", "HANDOFF misses");
      assertThat(notes(bot, customer))
          .singleElement()
          .asString()
          .startsWith("Resumen automático: Preguntó dos veces por el pedido 4417.\n\n")
          .contains("dos veces seguidas");
    }
  }

  @Test
  void withoutAModelThePlainSummaryStandsBeforeTheReasonAlsoWhenAGuardHandsOver() {
    var none = ScriptedModel.saying("");
    none.disconnect();
    try (var bot = TestBot.summingUp(HandOffNoteIT::answer, beans -> summaries(beans, none))) {
      var customer = bot.aCustomer();
      for (int i = 1; i <= 4; i++) {
        int answers = i;
        customer.writes("¿puedo cambiarlo? " + i);
        await("answer " + i, () -> customer.got().size() == answers);
      }
      assertThat(customer.outcomes()).containsExactly("REPLY", "REPLY", "REPLY", "HANDOFF guard");
      assertThat(notes(bot, customer))
          .singleElement()
          .asString()
          .startsWith("El cliente escribió: «¿puedo cambiarlo? 1». Última respuesta: «Los cambios")
          .endsWith("Último mensaje: «¿puedo cambiarlo? 4»");
    }
  }

  @Test
  void whoAsksForAPersonAtOnceCostsNoCall() {
    var scripted = ScriptedModel.saying(SUMMARY);
    try (var bot = TestBot.summingUp(HandOffNoteIT::answer, beans -> summaries(beans, scripted))) {
      var customer = bot.aCustomer();
      customer.writes("persona");
      await("the hand-off", () -> customer.got().size() == 1);
      assertThat(notes(bot, customer)).containsExactly(REASON);
      assertThat(scripted.asked()).isEmpty();
    }
  }

  private static Outcome answer(String words) {
    if (words.startsWith("miss")) {
      return new Outcome.Fallback(TestBot.grounds(""));
    }
    return words.equals("persona")
        ? new Outcome.Handoff(
            List.of(), "asked", REASON, Optional.empty(), List.of(), Optional.empty())
        : TestBot.reply("Los cambios se aceptan durante 30 días.");
  }

  private static Summaries summaries(BeanFactory beans, ScriptedModel model) {
    return new TurnSummaries(
        new SummingUp(new Scribe(model)),
        new Chats(
            beans.getBean(Conversations.class),
            beans.getBean(Floor.class),
            beans.getBean(Assistants.class),
            beans.getBean(Workspaces.class)));
  }

  private static List<String> notes(TestBot bot, TestBot.Customer customer) {
    return bot.conversations().comments(customer.id(), Long.MAX_VALUE, 10).stream()
        .map(Comment::body)
        .toList();
  }
}
