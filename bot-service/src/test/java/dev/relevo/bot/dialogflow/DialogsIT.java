package dev.relevo.bot.dialogflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.cloud.dialogflow.cx.v3.QueryResult;
import com.google.protobuf.Value;
import dev.relevo.bot.TestBot;
import dev.relevo.bot.assistant.AssistantId;
import dev.relevo.bot.standin.DialogflowAnswer;
import dev.relevo.bot.standin.DialogflowFault;
import dev.relevo.bot.standin.DialogflowStandIn;
import dev.relevo.crm.TestCrm;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.ConversationId;
import dev.relevo.crm.workspace.Language;
import io.grpc.Status;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialogsIT {

  private final DialogflowStandIn agent = new DialogflowStandIn(DialogflowStandIn.Agent.SAMPLE);
  private final TestCrm crm = new TestCrm();
  private final TestDialogs replica = new TestDialogs(crm, agent.endpoint()).connected();
  private final ContactId ana = crm.aContact().id();

  @AfterEach
  void stop() {
    replica.close();
    agent.close();
  }

  @Test
  void asksInTheContactsSession() {
    assertThat(texts(replica.says(ana, "¿Qué horario tienen?")))
        .containsExactly("De lunes a viernes, de 08:30 a 18:00.");
    replica.says(ana, "precios");
    assertThat(agent.log()).extracting(it -> it.session()).hasSize(2).containsOnly(session());
    assertThat(agent.log().getFirst().routing().orElseThrow()).contains(session());
    assertThat(agent.log().getFirst().language()).isEqualTo("es");
  }

  @Test
  void aSessionThatEndedIsFollowedByAnother() {
    replica.says(ana, "adiós");
    replica.says(ana, "precios");
    assertThat(agent.log().get(1).session()).isNotEqualTo(agent.log().get(0).session());
  }

  @Test
  void whereItStandsIsKnown() {
    assertThat(place()).isEqualTo(Dialogs.Place.NEW);
    replica.says(ana, "mi pedido");
    assertThat(place()).isEqualTo(Dialogs.Place.ENGAGED);
    replica.says(ana, "12345");
    assertThat(place()).isEqualTo(Dialogs.Place.KNOWN);
  }

  @Test
  void whatWasCarriedOutIsDeletedFromTheSession() {
    replica.says(ana, "quiero ser vip");
    var second = (Exchange.Answered) replica.says(ana, "precios");
    assertThat(agent.log().get(1).parameters().getFieldsMap())
        .containsKeys("RB_ADDTAGS", "RB_CF_ciudad")
        .allSatisfy(
            (_, value) -> assertThat(value.getKindCase()).isEqualTo(Value.KindCase.NULL_VALUE));
    assertThat(second.result().getParameters().getFieldsMap()).isEmpty();
  }

  @Test
  void missesAreCountedAndForgottenAfterAHit() {
    assertThat(misses("asdf")).isEqualTo(1);
    assertThat(misses("qwer")).isEqualTo(2);
    assertThat(misses("precios")).isZero();
    assertThat(misses("asdf")).isEqualTo(1);
  }

  @Test
  void aMessageIsAskedOnceAndItsAnswerIsKept() {
    var asker = asker();
    var first = replica.ask(asker, "precios");
    var again = replica.ask(asker, "precios");
    assertThat(again).isEqualTo(first);
    assertThat(agent.log()).hasSize(1);
  }

  @Test
  void aReplicaThatDiedWhileItAskedIsNotFollowedByASecondCall() throws Exception {
    var asker = asker();
    agent.slow(Duration.ofSeconds(1));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        var other = new TestDialogs(crm, agent.endpoint())) {
      var dying = threads.submit(() -> replica.ask(asker, "precios"));
      TestBot.await("the call", () -> !agent.log().isEmpty());
      assertThat(other.ask(asker, "precios"))
          .isEqualTo(new Exchange.NotAsked(Exchange.Reason.ASKED_BEFORE));
      var answer = dying.get(10, TimeUnit.SECONDS);
      assertThat(other.ask(asker, "precios")).isEqualTo(answer);
    }
    assertThat(agent.log()).hasSize(1);
  }

  @Test
  void aMessageThatWasMarkedAndPerhapsNeverLeftIsNotAsked() {
    var asker = asker();
    var agentName = TestDialogs.agent().full();
    assertThat(
            replica.calls.mark(crm.workspace(), asker, agentName, "precios", crm.clock().instant()))
        .isPresent();
    assertThat(replica.ask(asker, "precios"))
        .isEqualTo(new Exchange.NotAsked(Exchange.Reason.ASKED_BEFORE));
    assertThat(agent.log()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "INVALID_ARGUMENT, NOT_ACCEPTED",
    "UNAUTHENTICATED, KEY_REFUSED",
    "PERMISSION_DENIED, NOT_ALLOWED",
    "NOT_FOUND, NOT_FOUND",
    "RESOURCE_EXHAUSTED, BUSY",
    "FAILED_PRECONDITION, NOT_READY",
    "DEADLINE_EXCEEDED, SLOW",
    "UNAVAILABLE, DOWN",
    "INTERNAL, BROKEN",
    "UNKNOWN, BROKEN"
  })
  void everyStatusIsAFaultOfItsOwnAndNeverRepeated(Status.Code code, Fault fault) {
    agent.failing(new DialogflowFault.Fails(code));
    var asker = asker();
    assertThat(fault(replica.ask(asker, "precios"))).contains(fault);
    assertThat(replica.ask(asker, "precios"))
        .isEqualTo(new Exchange.NotAsked(Exchange.Reason.ASKED_BEFORE));
    assertThat(agent.log()).hasSize(1);
    var trouble = state().trouble().orElseThrow();
    assertThat(trouble.ofConnection()).isEqualTo(fault.isOfConnection());
    assertThat(trouble.sentence()).endsWith(".");
  }

  @Test
  void anAnswerThatWasLostIsNotAskedForAgain() {
    agent.failing(new DialogflowFault.AnswerLost(Status.Code.UNAVAILABLE));
    assertThat(fault(replica.says(ana, "precios"))).contains(Fault.DOWN);
    assertThat(agent.log()).hasSize(1);
  }

  @Test
  void aSlowAgentIsWaitedForNoLongerThanItsDeadline() {
    replica.says(ana, "hola");
    agent.slow(Duration.ofSeconds(30));
    var begun = System.nanoTime();
    assertThat(fault(replica.says(ana, "precios"))).contains(Fault.SLOW);
    var took = Duration.ofNanos(System.nanoTime() - begun);
    assertThat(took).isBetween(TestDialogs.DEADLINE, TestDialogs.DEADLINE.plusSeconds(2));
    assertThat(agent.log().getLast().deadline().orElseThrow())
        .isLessThanOrEqualTo(TestDialogs.DEADLINE);
  }

  @Test
  void whenTheTurnHasNoTimeLeftItIsNotAsked() {
    var question = replica.question(Optional.of(asker()), "precios", Duration.ofMillis(200));
    assertThat(replica.dialogs.ask(question))
        .isEqualTo(new Exchange.NotAsked(Exchange.Reason.TOO_LATE));
    assertThat(agent.log()).isEmpty();
  }

  @Test
  void nobodyListeningIsDownSoon() {
    agent.close();
    assertThat(fault(replica.says(ana, "precios"))).contains(Fault.DOWN);
  }

  @Test
  void anAgentThatComesBackIsAskedASecondTimeWhenNothingHadLeft() throws Exception {
    var port = Integer.parseInt(agent.endpoint().split(":", -1)[1]);
    agent.close();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var waiting = threads.submit(() -> replica.says(ana, "precios"));
      TestBot.await("the call", () -> count("dialogflow_call") == 1);
      try (var back = new DialogflowStandIn(DialogflowStandIn.Agent.SAMPLE, port)) {
        assertThat(waiting.get(10, TimeUnit.SECONDS)).isInstanceOf(Exchange.Answered.class);
        assertThat(back.log()).hasSize(1);
      }
    }
  }

  @Test
  void anAgentThatKeepsFailingIsLeftAlone() {
    agent.failing(new DialogflowFault.Fails(Status.Code.INTERNAL));
    for (int i = 0; i < 5; i++) {
      assertThat(fault(replica.says(ana, "precios"))).contains(Fault.BROKEN);
    }
    assertThat(replica.says(ana, "precios"))
        .isEqualTo(new Exchange.NotAsked(Exchange.Reason.RESTING));
    assertThat(agent.log()).hasSize(5);
  }

  @Test
  void twoCallsOfOneSessionAtOnceAreAFault() throws Exception {
    var under = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    agent.answering((_, _) -> {
      under.countDown();
      await(go);
      return DialogflowAnswer.intent("x").says("Sí.");
    });
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = threads.submit(() -> replica.says(ana, "uno"));
      assertThat(under.await(10, TimeUnit.SECONDS)).isTrue();
      assertThatThrownBy(() -> replica.says(ana, "dos")).isInstanceOf(IllegalStateException.class);
      go.countDown();
      assertThat(texts(first.get(10, TimeUnit.SECONDS))).containsExactly("Sí.");
    }
    assertThat(agent.mostTogether(session())).isEqualTo(1);
  }

  @Test
  void aTrialHasASessionThatIsThrownAwayAndSaysSo() {
    var question = replica.question(Optional.empty(), "precios", Duration.ofSeconds(12));
    assertThat(replica.dialogs.ask(question)).isInstanceOf(Exchange.Answered.class);
    replica.dialogs.ask(question);
    var calls = agent.log();
    assertThat(calls.get(0).session()).isNotEqualTo(calls.get(1).session());
    assertThat(calls)
        .allSatisfy(it -> {
          assertThat(it.parameters().getFieldsOrThrow("trial").getBoolValue()).isTrue();
          assertThat(it.payload().getFieldsOrThrow("trial").getBoolValue()).isTrue();
        });
    assertThat(count("dialogflow_session") + count("dialogflow_call")).isZero();
  }

  @Test
  void everyCallIsOnRecordWithWhatWasAskedHowLongItTookAndWhatCame() {
    var asker = asker();
    replica.ask(asker, "precios");
    assertThat(replica.log.of(crm.workspace(), asker.message()))
        .hasValueSatisfying(it -> {
          assertThat(it.agent()).isEqualTo(TestDialogs.agent().full());
          assertThat(it.input()).contains("precios");
          assertThat(it.state()).isEqualTo(AgentCall.State.ANSWERED);
          assertThat(it.took()).isPresent();
          assertThat(it.answer().orElseThrow()).contains("responseMessages", "precios");
          assertThat(it.trial()).isFalse();
        });
    agent.failing(new DialogflowFault.Fails(Status.Code.PERMISSION_DENIED));
    var question = replica.question(Optional.empty(), "precios", Duration.ofSeconds(12));
    var failed = (Exchange.Failed) replica.dialogs.ask(question);
    assertThat(replica.log.find(crm.workspace(), failed.call()))
        .hasValueSatisfying(it -> {
          assertThat(it.state()).isEqualTo(AgentCall.State.FAILED);
          assertThat(it.trial()).isTrue();
          assertThat(replica.log.trouble(it, Language.EN).orElseThrow()).contains("demo-project");
        });
    assertThat(replica.log.find(crm.workspaces().create("otra").id(), failed.call())).isEmpty();
  }

  @Test
  void whatWasAskedIsForgottenAfterAMonth() {
    replica.says(ana, "precios");
    var now = crm.clock().instant();
    assertThat(replica.calls.purge(crm.workspace(), now.minus(Duration.ofDays(30)), 10)).isZero();
    assertThat(replica.calls.purge(crm.workspace(), now.plusSeconds(60), 10)).isEqualTo(1);
  }

  @Test
  void aLineIsWarmedUpWithoutAskingAnything() {
    var customer = asker();
    replica.warmUp();
    assertThat(agent.log()).isEmpty();
    assertThat(replica.ask(customer, "precios")).isInstanceOf(Exchange.Answered.class);
    replica.warmUp();
    assertThat(agent.log()).hasSize(1);
  }

  @Test
  void aProbeSaysWhatToDo() {
    assertThat(probe()).isEqualTo(new Dialogs.Probed.Works());
    agent.failing(new DialogflowFault.Fails(Status.Code.PERMISSION_DENIED));
    assertThat(probe())
        .isInstanceOfSatisfying(
            Dialogs.Probed.Fails.class,
            it ->
                assertThat(it.sentence())
                    .contains("Dialogflow API Client")
                    .contains("demo-project"));
  }

  @Test
  void whatIsKeptOfAContactIsExportedAndErased() {
    replica.says(ana, "precios");
    var records = new DialogflowRecords(replica.sessions, replica.calls);
    assertThat(records.export(ana).values()).allSatisfy(it -> assertThat((List<?>) it).hasSize(1));
    records.erase(ana);
    assertThat(count("dialogflow_session") + count("dialogflow_call")).isZero();
  }

  @Test
  void whoTurnsOutToBeAnotherBeginsAnewAndIsNotAskedTwice() {
    var asker = asker();
    replica.ask(asker, "precios");
    var other = crm.aContact().id();
    new DialogflowRecords(replica.sessions, replica.calls).move(ana, other);
    assertThat(count("dialogflow_session")).isZero();
    assertThat(replica.calls.find(crm.workspace(), asker.message())).isPresent();
    assertThat(replica.calls.of(other)).hasSize(1);
  }

  private Question.Asker asker() {
    return new Question.Asker(ana, Optional.of(new ConversationId(1)), 1, TestDialogs.aMessage());
  }

  private Dialogs.Place place() {
    return replica.dialogs.place(crm.workspace(), AssistantId.NONE, Optional.of(asker()));
  }

  private Dialogs.Probed probe() {
    return replica.dialogs.probe(crm.workspace(), AssistantId.NONE, Language.EN);
  }

  private AgentConnections.State state() {
    return replica.connections.state(crm.workspace(), Optional.empty(), Language.ES).orElseThrow();
  }

  private int misses(String text) {
    return ((Exchange.Answered) replica.says(ana, text)).misses();
  }

  private String session() {
    return Session.first(asker(), crm.clock().instant()).id(crm.workspace(), ana.value());
  }

  private long count(String table) {
    return crm.jdbc()
        .sql("SELECT count(*) FROM bot." + table + " WHERE contact_id = :contact")
        .param("contact", ana.value())
        .query(Long.class)
        .single();
  }

  private static Optional<Fault> fault(Exchange exchange) {
    return exchange instanceof Exchange.Failed(var fault, _)
        ? Optional.of(fault)
        : Optional.empty();
  }

  private static List<String> texts(Exchange exchange) {
    return exchange instanceof Exchange.Answered(QueryResult result, _, _)
        ? result.getResponseMessagesList().stream()
            .flatMap(it -> it.getText().getTextList().stream())
            .toList()
        : List.of(exchange.toString());
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nobody let it go");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
