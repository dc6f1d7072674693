package dev.relevo.bot.dialogflow;

import com.google.cloud.dialogflow.cx.v3.QueryResult;
import dev.relevo.crm.conversation.MessageId;
import dev.relevo.crm.sql.Column;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Writes down that an agent is asked before it is, and what it answered, with where that leaves
/// the session.
@Component
final class AgentLedger {

  private final AgentSessionTable sessions;
  private final AgentCallTable calls;
  private final DialogflowSettings settings;
  private final Clock clock;
  private final TransactionTemplate transaction;

  AgentLedger(
      AgentSessionTable sessions,
      AgentCallTable calls,
      DialogflowSettings settings,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.sessions = sessions;
    this.calls = calls;
    this.settings = settings;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// A message that is on disk as asked.
  ///
  /// @param session the one it belongs to
  record Mark(long call, Session session) {}

  /// What is known of a message that was asked before.
  Optional<AgentCallTable.Known> known(WorkspaceId workspace, MessageId message) {
    return calls.find(workspace, message);
  }

  /// The contact's session with that agent.
  Optional<Session> session(WorkspaceId workspace, Question.Asker asker, Connection connection) {
    return sessions.find(workspace, asker.contact(), connection.agent().full());
  }

  /// Whether the contact's session still goes on now.
  boolean goesOn(Session session, Question.Asker asker) {
    return session.isOn(asker, clock.instant(), settings.sessionTtl());
  }

  /// Empty when the message was marked already.
  Optional<Mark> mark(Connection connection, Question question, Question.Asker asker) {
    var agent = connection.agent().full();
    var workspace = question.workspace();
    var marked =
        transaction.execute(_ -> {
          var now = Column.now(clock);
          return calls
              .mark(workspace, asker, agent, question.input().words(), now)
              .map(call -> {
                var session =
                    session(workspace, asker, connection)
                        .map(it -> it.goingOn(asker, now, settings.sessionTtl()))
                        .orElseGet(() -> Session.first(asker, now));
                sessions.keep(workspace, asker.contact(), agent, session);
                return new Mark(call, session);
              });
        });
    return Objects.requireNonNull(marked);
  }

  /// A question that is only tried out; its number.
  long mark(Connection connection, Question question) {
    return calls.mark(
        question.workspace(),
        connection.agent().full(),
        question.input().words(),
        Column.now(clock));
  }

  /// Keeps the answer; how often in a row the agent did not understand.
  int answered(
      Connection connection,
      Question question,
      Question.Asker asker,
      Mark mark,
      QueryResult result) {
    var after = mark.session().after(Standing.after(result));
    transaction.executeWithoutResult(_ -> {
      answered(mark.call(), result);
      sessions.keep(question.workspace(), asker.contact(), connection.agent().full(), after);
    });
    return after.misses();
  }

  void answered(long call, QueryResult result) {
    calls.answered(call, result.toByteArray(), Column.now(clock));
  }

  void failed(long call, Fault fault) {
    calls.failed(call, fault, Column.now(clock));
  }
}
