package dev.relevo.bot.responder.llm;

import static dev.relevo.bot.TestBot.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.TestBot;
import dev.relevo.bot.llm.Tokens;
import dev.relevo.bot.standin.ModelFault;
import dev.relevo.bot.standin.ModelStandIn;
import dev.relevo.crm.conversation.FloorHolder;
import dev.relevo.crm.workspace.Guards;
import dev.relevo.crm.workspace.Workspace;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A model that fails, as a customer sees it: the fallback, then a person, and never silence.
class ModelOutageIT {

  private static final Duration DEADLINE = Duration.ofSeconds(5);

  /// For a busy machine; nothing of it is the model's.
  private static final Duration GRACE = Duration.ofSeconds(4);

  @BeforeAll
  static void countOnce() {
    Tokens.count("The first count reads the vocabulary.");
  }

  static Stream<ModelFault> faults() {
    return Stream.of(
        new ModelFault.Delay(Duration.ofSeconds(30)),
        ModelFault.internalError(),
        ModelFault.tooManyRequests(Duration.ofSeconds(90)),
        new ModelFault.Empty(),
        new ModelFault.Garbage(),
        new ModelFault.Cut(400),
        ModelFault.contextTooLong());
  }

  @ParameterizedTest
  @MethodSource("faults")
  void theCustomerHearsTheFallbackAndThenAPersonByTheTurnsDeadline(ModelFault fault) {
    try (var provider = new ModelStandIn();
        var bot =
            TestBot.shipped(
                Map.of(
                    "relevo.model.base-url",
                    provider.url().toString(),
                    "relevo.model.api-key",
                    "key",
                    "relevo.model.name",
                    ModelStandIn.MODEL))) {
      bot.settings(ModelOutageIT::inFiveSeconds);
      provider.failing(fault);
      var customer = bot.aCustomer();
      var fallback = hears(customer, "¿venden globos?", 1);
      var person = hears(customer, "¿y de colores?", 2);
      System.out.printf(
          "model %-60s fallback after %4.1f s, hand-off after %4.1f s (deadline %d s)%n",
          fault, fallback.toMillis() / 1e3, person.toMillis() / 1e3, DEADLINE.toSeconds());
      assertThat(customer.outcomes()).containsExactly("FALLBACK", "HANDOFF misses");
      assertThat(customer.thread().floor()).isEqualTo(FloorHolder.PERSON);
      assertThat(provider.log()).isNotEmpty();
      assertThat(fallback).isLessThan(DEADLINE.plus(GRACE));
      assertThat(person).isLessThan(DEADLINE.plus(GRACE));
    }
  }

  private static Duration hears(TestBot.Customer customer, String says, int answers) {
    var began = System.nanoTime();
    customer.writes(says);
    await("answer " + answers, () -> customer.got().size() == answers);
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private static Workspace inFiveSeconds(Workspace it) {
    var usual = it.guards();
    return it.withGuards(
        new Guards(
            usual.turnsPerConversation(),
            usual.repliesPerMinute(),
            usual.identicalTurns(),
            usual.quickAnswers(),
            usual.sameWords(),
            usual.attempts(),
            DEADLINE,
            usual.staleAfter()));
  }
}
