package dev.relevo.bot.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.Beside;
import dev.relevo.bot.assistant.Assistant;
import dev.relevo.bot.pace.Deadline;
import dev.relevo.bot.spend.Budget;
import dev.relevo.bot.spend.Budgets;
import dev.relevo.bot.spend.TestSpending;
import dev.relevo.bot.standin.ModelAnswer;
import dev.relevo.bot.standin.ModelFault;
import dev.relevo.bot.standin.ModelStandIn;
import dev.relevo.bot.standin.Script;
import dev.relevo.crm.TestCrm;
import dev.relevo.crm.conversation.ConversationId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// Money, counted where it is billed: on the provider's own log.
@Beside
class ModelBudgetIT {

  private static final int READ = 60;
  private static final int WRITTEN = 30;

  /// Of one call, at [TestModel#PRICES], in millionths.
  private static final long BILL = READ + 2 * WRITTEN;

  private static final long BUDGET = 3_000;
  private static final int CONVERSATIONS = 50;

  private final TestCrm crm = TestSpending.crm();

  @Test
  void fiftyConversationsAtOnceOnTwoReplicasNeverCostMoreThanTheBudget() throws Exception {
    crm.bean(Budgets.class)
        .save(crm.workspace(), new Budget(Optional.of(BUDGET), 80), crm.aMember().id());
    try (var provider = provider();
        var one = new TestModel(crm, TestModel.settings(provider.url().toString()));
        var other = new TestModel(crm, TestModel.settings(provider.url().toString()))) {
      var answers = new ArrayList<Future<List<Answer>>>();
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < CONVERSATIONS; i++) {
          var model = i % 2 == 0 ? one.model() : other.model();
          var conversation = new ConversationId(1_000 + i);
          answers.add(
              threads.submit(
                  () -> List.of(model.ask(ask(conversation)), model.ask(ask(conversation)))));
        }
      }
      int said = 0;
      int spent = 0;
      for (var answer : answers) {
        for (var each : answer.get()) {
          said += each instanceof Answer.Said ? 1 : 0;
          spent += each.equals(new Answer.NotAsked(Answer.Reason.MONTH_SPENT)) ? 1 : 0;
        }
      }
      var billed = provider.chats().size() * BILL;
      System.out.printf(
          "budget %d, billed %d in %d calls, %d refused, most at once %d%n",
          BUDGET, billed, provider.chats().size(), spent, provider.mostAtOnce());
      assertThat(said).isEqualTo(provider.chats().size());
      assertThat(said + spent).isEqualTo(2 * CONVERSATIONS);
      assertThat(2 * CONVERSATIONS * BILL).isGreaterThan(BUDGET);
      assertThat(billed).isBetween(BUDGET / 4, BUDGET);
      assertThat(crm.bean(Budgets.class).month(crm.workspace()).micros()).isEqualTo(billed);
    }
  }

  @Test
  void aConversationIsStoppedAtItsBound() {
    try (var provider = provider();
        var replica = new TestModel(crm, TestModel.settings(provider.url().toString()))) {
      var conversation = new ConversationId(2_000);
      Answer last;
      int asked = 0;
      do {
        last = replica.model().ask(ask(conversation));
        asked++;
      } while (last instanceof Answer.Said && asked < 200);
      assertThat(last).isEqualTo(new Answer.NotAsked(Answer.Reason.CONVERSATION_SPENT));
      assertThat(provider.chats())
          .hasSize(Assistant.plain(crm.workspace()).manner().bounds().callsPerConversation());
    }
  }

  private static ModelStandIn provider() {
    return new ModelStandIn()
        .requiring("secret-key")
        .answering(Script.of(ModelAnswer.says("Cuesta USD 29.")))
        .slow(Duration.ofMillis(20))
        .failing(new ModelFault.WrongUsage(READ, WRITTEN));
  }

  private Ask ask(ConversationId conversation) {
    return new Ask(
        new Account(
            crm.workspace(),
            Assistant.plain(crm.workspace()),
            Account.Purpose.ANSWER,
            Optional.empty(),
            Optional.of(conversation),
            Optional.empty()),
        List.of(
            new Line.Rules("Responde con los hechos, y solo con ellos, en la lengua del cliente."),
            new Line.Data("¿Cuánto cuesta el plan básico al mes?")),
        List.of(),
        Optional.empty(),
        0.2,
        50,
        Deadline.in(Duration.ofSeconds(20)));
  }
}
