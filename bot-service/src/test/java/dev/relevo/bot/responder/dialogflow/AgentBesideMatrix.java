package dev.relevo.bot.responder.dialogflow;

import static dev.relevo.bot.TestBot.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.TestBot;
import dev.relevo.bot.assistant.Assistant;
import dev.relevo.bot.assistant.AssistantId;
import dev.relevo.bot.assistant.Assistants;
import dev.relevo.bot.assistant.Engine;
import dev.relevo.bot.assistant.Manner;
import dev.relevo.bot.dialogflow.AgentConnections;
import dev.relevo.bot.dialogflow.AgentName;
import dev.relevo.bot.dialogflow.Dialogs;
import dev.relevo.bot.dialogflow.ServiceKeys;
import dev.relevo.bot.responder.Outcome;
import dev.relevo.bot.standin.DialogflowStandIn;
import dev.relevo.crm.conversation.Transcript;
import dev.relevo.crm.workspace.Language;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;

/// A bot whose agent is a stand-in, behind a matrix that knows one question.
abstract class AgentBesideMatrix {

  private static final DialogflowStandIn.Agent AGENT = DialogflowStandIn.Agent.SAMPLE;

  final DialogflowStandIn agent = new DialogflowStandIn(AGENT);
  final TestBot bot =
      TestBot.thinking(
          AgentBesideMatrix::matrix,
          Clock.systemUTC(),
          Map.of(
              "relevo.dialogflow.endpoint", agent.endpoint(), "relevo.dialogflow.deadline", "4s"));
  final TestBot.Customer ana = bot.aCustomer();

  AgentBesideMatrix() {
    connect(bot);
  }

  static void connect(TestBot bot) {
    var member = bot.aMember().id();
    var shop =
        new Assistant(
            AssistantId.NONE,
            bot.workspace(),
            "Tienda",
            true,
            Set.of(),
            Engine.DIALOGFLOW,
            Optional.empty(),
            Manner.DEFAULT);
    assertThat(bot.bean(Assistants.class).save(shop, member))
        .isInstanceOf(Assistants.Saved.Done.class);
    var name = new AgentName(AGENT.project(), AGENT.location(), AGENT.id(), Optional.empty());
    var wish =
        new AgentConnections.Wish(
            Optional.empty(), name, Optional.empty(), Optional.of(ServiceKeys.json()));
    assertThat(bot.bean(AgentConnections.class).save(bot.workspace(), wish, member, Language.ES))
        .isEqualTo(new AgentConnections.Saved.Done());
    // The first call of a process loads the protocol's classes, which is nobody's deadline here.
    bot.bean(Dialogs.class).probe(bot.workspace(), AssistantId.NONE, Language.ES);
  }

  @AfterEach
  void stop() {
    bot.close();
    agent.close();
  }

  static Outcome matrix(Transcript transcript) {
    return TestBot.words(transcript.message()).equals("RUC")
        ? TestBot.reply("1790012345001")
        : new Outcome.Fallback(TestBot.grounds(""));
  }

  /// Waits until so many messages came back in all.
  final void says(String text, int total) {
    ana.writes(text);
    await("the answer to " + text, () -> ana.got().size() >= total);
  }
}
