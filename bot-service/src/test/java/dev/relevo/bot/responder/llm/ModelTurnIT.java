package dev.relevo.bot.responder.llm;

import static dev.relevo.bot.TestBot.await;
import static dev.relevo.bot.responder.llm.Scene.says;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.Beside;
import dev.relevo.bot.TestBot;
import dev.relevo.bot.assistant.Assistant;
import dev.relevo.bot.assistant.Assistants;
import dev.relevo.bot.assistant.Manner;
import dev.relevo.bot.assistant.Powers;
import dev.relevo.bot.live.Live;
import dev.relevo.bot.live.Signal;
import dev.relevo.bot.llm.Account;
import dev.relevo.bot.llm.Answer;
import dev.relevo.bot.pace.Deadline;
import dev.relevo.bot.responder.Lookup;
import dev.relevo.bot.responder.Outcome;
import dev.relevo.bot.responder.Responder;
import dev.relevo.bot.responder.Responders;
import dev.relevo.bot.responder.Typing;
import dev.relevo.crm.contact.Contacts;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Entry;
import dev.relevo.crm.conversation.FloorHolder;
import dev.relevo.crm.conversation.Grounds;
import dev.relevo.crm.desk.Fields;
import dev.relevo.crm.team.Member;
import dev.relevo.crm.team.Members;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.Workspaces;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;

/// From a customer's message through the model to the channel, on a real PostgreSQL.
@Beside
class ModelTurnIT {

  private static final Grounds NOTHING =
      new Grounds("fallback", "", 1, 0, 0.5, List.of(), List.of());
  private static final Answer GROUNDED =
      says("answer", "Las devoluciones se aceptan durante 30 días.", "p:812");

  private final Scene scene =
      new Scene()
          .passage(812, "Devoluciones", "Aceptamos devoluciones durante 30 días con factura.");

  @Test
  void aMessageIsAnsweredFromADocumentAndTheAnswerKnowsWhereFrom() {
    scene.model(GROUNDED);
    try (var bot = TestBot.behind(_ -> new Outcome.Fallback(NOTHING), this::responder)) {
      var signals = new CopyOnWriteArrayList<Signal>();
      try (var _ = bot.bean(Live.class).follow(bot.workspace(), heard(signals))) {
        var customer = bot.aCustomer();
        var id = customer.writes("¿puedo devolver algo que compré?");
        await("the answer", () -> !customer.got().isEmpty());
        assertThat(customer.got()).containsExactly("Las devoluciones se aceptan durante 30 días.");
        assertThat(customer.outcomes()).containsExactly("REPLY");
        await("typing", () -> !bot.channel().typed().isEmpty() && !signals.isEmpty());
        assertThat(bot.channel().typed()).containsExactly(id);
        assertThat(signals)
            .first()
            .isInstanceOfSatisfying(
                Signal.Typing.class, it -> assertThat(it.who()).isEqualTo(Author.BOT));
        assertThat(cited(bot, customer)).containsExactly("p:812");
      }
    }
  }

  @Test
  void theSameQuestionTriedOutIsAnsweredTheSameWay() {
    scene.model(GROUNDED);
    try (var bot = TestBot.behind(_ -> new Outcome.Fallback(NOTHING), this::responder)) {
      var trial =
          bot.bean(Responders.class)
              .tryOut(
                  Assistant.plain(bot.workspace()),
                  Responders.Matter.PUBLISHED,
                  "¿puedo devolver algo que compré?",
                  Language.ES,
                  Deadline.in(Duration.ofSeconds(12)));
      assertThat(trial.says())
          .containsExactly(new Content.Text("Las devoluciones se aceptan durante 30 días."));
      assertThat(scene.asked.getFirst().account().purpose()).isEqualTo(Account.Purpose.TRIAL);
    }
  }

  @Test
  void whatIsNotGroundedNeverLeavesAndTheSecondMissHandsOver() {
    scene.model(says("answer", "Las devoluciones se aceptan durante 90 días.", "p:812"));
    try (var bot = TestBot.behind(_ -> new Outcome.Fallback(NOTHING), this::responder)) {
      var customer = bot.aCustomer();
      customer.writes("¿puedo devolver algo?");
      await("the fallback", () -> customer.got().size() == 1);
      customer.writes("¿cuántos días tengo?");
      await("the hand-off", () -> customer.got().size() == 2);
      assertThat(String.join(" ", customer.got())).doesNotContain("90");
      assertThat(customer.outcomes()).containsExactly("FALLBACK", "HANDOFF misses");
      assertThat(customer.thread().floor()).isEqualTo(FloorHolder.PERSON);
    }
  }

  @Test
  void theModelAssignsToAMemberWhereTheOwnerAllowsIt() {
    try (var bot = TestBot.behind(_ -> new Outcome.Fallback(NOTHING), this::responder)) {
      var eva = bot.aMember();
      scene.model(
          Scene.wants("assign", "{\"to\":\"%s\"}".formatted(eva.email())),
          says("handoff", "Le paso con Eva."));
      allow(bot, eva, new Powers(Set.of(), Set.of(), Set.of(), true, false));
      var customer = bot.aCustomer();
      customer.writes("quiero seguir con Eva, la que me atendió ayer");
      await("the assignment", () -> customer.thread().assignee().isPresent());
      assertThat(customer.thread().assignee()).contains(eva.id());
      assertThat(customer.thread().floor()).isEqualTo(FloorHolder.PERSON);
      assertThat(customer.outcomes()).containsExactly("HANDOFF model");
      assertThat(customer.got()).singleElement().asString().startsWith("Le paso con Eva.");
    }
  }

  @Test
  void whatACustomerToldIsKeptThoughNothingAnswers() {
    try (var bot = TestBot.behind(_ -> new Outcome.Fallback(NOTHING), this::responder)) {
      scene.model(
          Scene.wants("save_field", "{\"field\":\"email\",\"value\":\"ana@tienda.ec\"}"),
          says("abstain", ""));
      allow(bot, bot.aMember(), new Powers(Set.of("email"), Set.of(), Set.of(), false, false));
      var customer = bot.aCustomer();
      customer.writes("soy ana@tienda.ec, ¿venden globos?");
      await("the fallback", () -> customer.got().size() == 1);
      assertThat(customer.outcomes()).containsExactly("FALLBACK");
      var contact = bot.bean(Contacts.class).find(bot.workspace(), customer.id()).orElseThrow();
      assertThat(scene.asked).as("calls of the model").hasSize(2);
      assertThat(contact.email()).contains("ana@tienda.ec");
    }
  }

  private static void allow(TestBot bot, Member by, Powers powers) {
    var usual = Manner.DEFAULT;
    var plain = Assistant.plain(bot.workspace());
    var manner =
        new Manner("", Optional.empty(), 0.2, 10, false, usual.hours(), powers, usual.bounds());
    var saved =
        bot.bean(Assistants.class)
            .save(
                new Assistant(
                    plain.id(),
                    plain.workspace(),
                    plain.name(),
                    true,
                    plain.channels(),
                    plain.engine(),
                    plain.speaks(),
                    manner),
                by.id());
    assertThat(saved).isInstanceOf(Assistants.Saved.Done.class);
  }

  @Test
  void whoWritesTheSameWordsAgainAndAgainIsHandedOverOnce() {
    var number = new java.util.concurrent.atomic.AtomicInteger();
    try (var bot = TestBot.answering(_ -> TestBot.reply("respuesta " + number.incrementAndGet()))) {
      var customer = bot.aCustomer();
      for (int i = 1; i <= 5; i++) {
        var wanted = i;
        customer.writes("¿Desea algo más?");
        await(
            "turn " + i,
            () ->
                customer.outcomes().stream().filter(it -> !it.equals("WAITING")).count() == wanted);
      }
      assertThat(customer.outcomes())
          .containsExactly(
              "REPLY", "REPLY", "REPLY", "HANDOFF guard", "SILENCE a person has the floor");
    }
  }

  /// The model before this bot's own desk and channels.
  private Responder responder(BeanFactory beans) {
    var checks =
        new DeskChecks(
            beans.getBean(Fields.class),
            beans.getBean(Contacts.class),
            beans.getBean(Members.class),
            beans.getBean(Workspaces.class));
    var means = scene.means();
    return new ModelResponder(
        new Means(
            means.model(),
            beans.getBean(Lookup.class),
            means.passages(),
            checks,
            beans.getBean(Typing.class)));
  }

  private static List<String> cited(TestBot bot, TestBot.Customer customer) {
    return bot.jdbc()
        .sql(
            """
            SELECT g.grounds #>> '{citations,0,source}'
            FROM crm.message m JOIN crm.ground g ON g.message_id = m.id WHERE m.contact_id = :contact
            """)
        .param("contact", customer.id().value())
        .query((row, _) -> row.getString(1))
        .list();
  }

  private static Live.Listener heard(List<Signal> signals) {
    return new Live.Listener() {
      @Override
      public void changed(List<Entry> entries) {
        // Only signals count here.
      }

      @Override
      public void signalled(Signal signal) {
        signals.add(signal);
      }

      @Override
      public void missed() {
        // Nor this.
      }
    };
  }
}
