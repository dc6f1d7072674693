package dev.relevo.bot.dialogflow;

import com.google.protobuf.Struct;
import dev.relevo.bot.assistant.AssistantId;
import dev.relevo.bot.assistant.TestAssistants;
import dev.relevo.bot.pace.Deadline;
import dev.relevo.bot.setting.Secrets;
import dev.relevo.bot.standin.DialogflowStandIn;
import dev.relevo.crm.TestCrm;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.ConversationId;
import dev.relevo.crm.conversation.MessageId;
import dev.relevo.crm.workspace.Language;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.transaction.PlatformTransactionManager;

/// A replica's way to an agent that a stand-in plays. Several share their tables.
final class TestDialogs implements AutoCloseable {

  static final Duration DEADLINE = Duration.ofSeconds(2);

  private static final AtomicLong MESSAGES = new AtomicLong(1);

  final TestCrm crm;
  final AgentCallTable calls;
  final AgentSessionTable sessions;
  final AgentConnections connections;
  final AgentLog log;
  final Dialogs dialogs;
  private final AgentBook book;
  private final AgentLines lines;

  TestDialogs(TestCrm crm, String endpoint) {
    this.crm = crm;
    var settings =
        new DialogflowSettings("", "", "", "", "", "", endpoint, DEADLINE, Duration.ofMinutes(30));
    var table = new AgentConnectionTable(crm.jdbc());
    var transactions = crm.bean(PlatformTransactionManager.class);
    book = new AgentBook(table, crm.workspaces(), new Secrets(new byte[32]), settings);
    calls = new AgentCallTable(crm.jdbc());
    sessions = new AgentSessionTable(crm.jdbc());
    connections =
        new AgentConnections(
            book, table, calls, TestAssistants.of(crm), crm.journal(), transactions, crm.clock());
    lines = new AgentLines(settings);
    log = new AgentLog(calls);
    dialogs =
        new Dialogs(
            book,
            new AgentLedger(sessions, calls, settings, crm.clock(), transactions),
            new AgentCalls(lines),
            settings);
  }

  /// Connects the whole workspace.
  TestDialogs connected() {
    var wish =
        new AgentConnections.Wish(
            Optional.empty(), agent(), Optional.empty(), Optional.of(ServiceKeys.json()));
    connections.save(crm.workspace(), wish, crm.aMember().id(), Language.EN);
    return this;
  }

  static AgentName agent() {
    var agent = DialogflowStandIn.Agent.SAMPLE;
    return new AgentName(agent.project(), agent.location(), agent.id(), Optional.empty());
  }

  static MessageId aMessage() {
    return new MessageId(MESSAGES.incrementAndGet());
  }

  Exchange says(ContactId contact, String text) {
    return ask(
        new Question.Asker(contact, Optional.of(new ConversationId(1)), 1, aMessage()), text);
  }

  Exchange ask(Question.Asker asker, String text) {
    return dialogs.ask(question(Optional.of(asker), text, Duration.ofSeconds(12)));
  }

  Question question(Optional<Question.Asker> asker, String text, Duration time) {
    return new Question(
        crm.workspace(),
        AssistantId.NONE,
        asker,
        new Question.Input.Words(text),
        "es",
        "webchat",
        Struct.getDefaultInstance(),
        Struct.getDefaultInstance(),
        Deadline.in(time));
  }

  void warmUp() {
    new AgentWarmUp(book, lines).round();
  }

  @Override
  public void close() {
    lines.close();
  }
}
