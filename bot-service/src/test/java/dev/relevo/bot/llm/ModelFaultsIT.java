package dev.relevo.bot.llm;

import static dev.relevo.bot.TestBot.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.assistant.Assistant;
import dev.relevo.bot.pace.Deadline;
import dev.relevo.bot.spend.Budgets;
import dev.relevo.bot.spend.Call;
import dev.relevo.bot.spend.Calls;
import dev.relevo.bot.standin.ModelAnswer;
import dev.relevo.bot.standin.ModelFault;
import dev.relevo.bot.standin.ModelStandIn;
import dev.relevo.bot.standin.Script;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What a model or the way to it can do wrong: each fault ends by the deadline, as an answer.
class ModelFaultsIT {

  private static final Duration TIME = Duration.ofMillis(1_500);

  /// How late one may come back after the deadline, on a busy machine.
  private static final Duration GRACE = Duration.ofSeconds(1);

  private final ModelStandIn provider =
      new ModelStandIn()
          .requiring("secret-key")
          .answering(Script.of(ModelAnswer.says("Cuesta USD 29 al mes, sin impuestos.")));
  private final TestModel replica = TestModel.at(provider);

  @BeforeAll
  static void countOnce() {
    Tokens.count("The first count reads the vocabulary.");
  }

  @AfterEach
  void close() {
    replica.close();
    provider.close();
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(new ModelFault.Delay(Duration.ofSeconds(8)), Answer.Fault.SLOW),
        Arguments.of(new ModelFault.Drip(Duration.ofMillis(700)), Answer.Fault.SLOW),
        Arguments.of(new ModelFault.Drip(Duration.ofSeconds(4)), Answer.Fault.SLOW),
        Arguments.of(ModelFault.tooManyRequests(Duration.ofSeconds(1)), Answer.Fault.BUSY),
        Arguments.of(ModelFault.tooManyRequests(Duration.ofSeconds(90)), Answer.Fault.BUSY),
        Arguments.of(ModelFault.internalError(), Answer.Fault.DOWN),
        Arguments.of(ModelFault.unavailable(), Answer.Fault.DOWN),
        Arguments.of(new ModelFault.Cut(0), Answer.Fault.CUT),
        Arguments.of(new ModelFault.Cut(400), Answer.Fault.CUT),
        Arguments.of(new ModelFault.Garbage(), Answer.Fault.GARBLED),
        Arguments.of(new ModelFault.Empty(), Answer.Fault.EMPTY),
        Arguments.of(new ModelFault.OutOfLength(), Answer.Fault.UNFINISHED),
        Arguments.of(ModelFault.contextTooLong(), Answer.Fault.CONTEXT_TOO_LONG),
        Arguments.of(
            new ModelFault.Refuse(403, "forbidden", "Not yours.", Optional.empty()),
            Answer.Fault.REFUSED),
        Arguments.of(
            new ModelFault.Refuse(404, "model_not_found", "No such model.", Optional.empty()),
            Answer.Fault.REFUSED),
        Arguments.of(
            new ModelFault.Refuse(400, "invalid", "Nobody knows why.", Optional.empty()),
            Answer.Fault.REFUSED));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void endsByTheDeadlineAndSaysWhat(ModelFault fault, Answer.Fault expected) {
    provider.failing(fault);
    var began = System.nanoTime();

    var answer = replica.model().ask(ask(TIME));

    var took = Duration.ofNanos(System.nanoTime() - began);
    System.out.printf("%-16s %5d ms  %s%n", expected, took.toMillis(), fault);
    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Failed.class,
            it -> {
              assertThat(it.fault()).isEqualTo(expected);
              assertThat(call(it.call()).state()).isEqualTo(Call.State.FAILED);
            });
    assertThat(took).isLessThan(TIME.plus(GRACE));
  }

  @Test
  void wordsThatBreakOffAreBilledAtWorstAndNeverSaid() {
    provider.failing(new ModelFault.Cut(400));
    var failed = (Answer.Failed) replica.model().ask(ask(TIME));
    var call = call(failed.call());
    assertThat(call.answerTokens()).isEqualTo(100);
    assertThat(call.promptTokens()).isEqualTo(Tokens.count(provider.log().getLast().body()));
    assertThat(call.answer()).contains("");
  }

  @Test
  void whatIsRefusedCostsNothing() {
    provider.failing(ModelFault.internalError());
    replica.model().ask(ask(TIME));
    assertThat(replica.crm().bean(Budgets.class).month(replica.crm().workspace()))
        .satisfies(it -> {
          assertThat(it.calls()).isEqualTo(1);
          assertThat(it.micros()).isZero();
        });
  }

  @Test
  void nobodyAnsweringIsAFault() {
    provider.close();
    assertThat(replica.model().ask(ask(Duration.ofSeconds(10))))
        .isInstanceOfSatisfying(
            Answer.Failed.class, it -> assertThat(it.fault()).isEqualTo(Answer.Fault.DOWN));
  }

  @Test
  void aMomentsPatienceIsHadWhenThereIsTime() {
    provider.failing(
        at -> at == 1 ? List.of(ModelFault.tooManyRequests(Duration.ofSeconds(1))) : List.of());
    assertThat(replica.model().ask(ask(Duration.ofSeconds(10)))).isInstanceOf(Answer.Said.class);
    assertThat(provider.chats()).hasSize(2);
  }

  @Test
  void whoWantsToBeLeftAloneIsLeftAlone() {
    provider.failing(ModelFault.tooManyRequests(Duration.ofSeconds(90)));
    replica.model().ask(ask(TIME));
    provider.failing();
    assertThat(replica.model().ask(ask(TIME)))
        .isEqualTo(new Answer.NotAsked(Answer.Reason.RESTING));
    assertThat(provider.chats()).hasSize(1);
    assertThat(replica.connections().state(replica.crm().workspace()).health())
        .isEqualTo(Connections.Health.RESTING);
    assertThat(replica.meters().get("relevo.model.resting").gauge().value()).isEqualTo(1);
  }

  @Test
  void aProbeThatAnswersEndsTheRest() {
    provider.failing(ModelFault.tooManyRequests(Duration.ofSeconds(90)));
    replica.model().ask(ask(TIME));
    provider.failing();
    assertThat(replica.connections().probe(replica.crm().workspace()))
        .isInstanceOf(Connections.Probe.Works.class);
    assertThat(replica.model().ask(ask(TIME))).isInstanceOf(Answer.Said.class);
  }

  @Test
  void theBreakerOpensTriesAndCloses() {
    provider.failing(ModelFault.internalError());
    for (int i = 0; i < 5; i++) {
      assertThat(replica.model().ask(ask(TIME))).isInstanceOf(Answer.Failed.class);
    }
    assertThat(replica.model().ask(ask(TIME)))
        .isEqualTo(new Answer.NotAsked(Answer.Reason.RESTING));
    assertThat(provider.chats()).hasSize(5);

    provider.failing();
    await("the rest's end", () -> replica.model().ask(ask(TIME)) instanceof Answer.Said);
    await("health", () -> replica.model().ask(ask(TIME)) instanceof Answer.Said && isFine());
  }

  @Test
  void theConnectionIsReallyClosedAtTheDeadline() throws Exception {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var closed = CompletableFuture.supplyAsync(() -> dripUntilClosed(server));
      var url = "http://127.0.0.1:" + server.getLocalPort() + "/v1";
      try (var dripped = new TestModel(replica.crm(), TestModel.settings(url))) {
        assertThat(dripped.model().ask(ask(TIME)))
            .isInstanceOfSatisfying(
                Answer.Failed.class, it -> assertThat(it.fault()).isEqualTo(Answer.Fault.SLOW));
        assertThat(closed.get(5, TimeUnit.SECONDS)).isTrue();
      }
    }
  }

  /// Writes pieces of an answer that has no end; true when the other side hangs up.
  private static boolean dripUntilClosed(ServerSocket server) {
    try (var socket = server.accept()) {
      var out = socket.getOutputStream();
      out.write(
          "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"
              .getBytes(StandardCharsets.US_ASCII));
      var piece =
          "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"more \"}}]}\n\n"
              .getBytes(StandardCharsets.US_ASCII);
      while (true) {
        out.write(piece);
        out.flush();
        TimeUnit.MILLISECONDS.sleep(20);
      }
    } catch (IOException hungUp) {
      return true;
    } catch (InterruptedException stopped) {
      return false;
    }
  }

  private boolean isFine() {
    return replica.connections().state(replica.crm().workspace()).health()
        == Connections.Health.FINE;
  }

  private Call call(long id) {
    return replica.crm().bean(Calls.class).find(replica.crm().workspace(), id).orElseThrow();
  }

  private Ask ask(Duration time) {
    var workspace = replica.crm().workspace();
    return new Ask(
        new Account(
            workspace,
            Assistant.plain(workspace),
            Account.Purpose.ANSWER,
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        List.of(new Line.Rules("Responde con los hechos."), new Line.Data("¿Cuánto cuesta?")),
        List.of(),
        Optional.empty(),
        0.2,
        100,
        Deadline.in(time));
  }
}
