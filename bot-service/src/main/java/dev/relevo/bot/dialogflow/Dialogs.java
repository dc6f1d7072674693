package dev.relevo.bot.dialogflow;

import com.google.cloud.dialogflow.cx.v3.DetectIntentRequest;
import com.google.cloud.dialogflow.cx.v3.QueryResult;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.relevo.bot.assistant.AssistantId;
import dev.relevo.bot.dialogflow.AgentCalls.Called;
import dev.relevo.bot.pace.Deadline;
import dev.relevo.crm.sql.Column;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Asks agents. A customer's message is put to an agent once or never: that it is asked is
/// committed before it is, what it answered is kept, and a message that was asked is not asked
/// again, whatever became of the replica that did.
@Component
public class Dialogs {

  /// Kept of the deadline, for what is done with the answer.
  private static final Duration AFTERWARDS = Duration.ofMillis(300);

  private static final Duration WORTH_TRYING = Duration.ofMillis(100);

  private final AgentBook book;
  private final AgentSessionTable sessions;
  private final AgentCallTable calls;
  private final AgentCalls agents;
  private final DialogflowSettings settings;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Dialogs(
      AgentBook book,
      AgentSessionTable sessions,
      AgentCallTable calls,
      AgentCalls agents,
      DialogflowSettings settings,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.book = book;
    this.sessions = sessions;
    this.calls = calls;
    this.agents = agents;
    this.settings = settings;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// Where a contact stands with an assistant's agent.
  public enum Place {
    /// There is no agent.
    NOT_CONNECTED,
    /// They never spoke.
    NEW,
    /// They spoke before, and nothing is pending.
    KNOWN,
    /// The agent waits for an answer: a form's, or on a page of its own.
    ENGAGED
  }

  /// What came of a probe.
  public sealed interface Probed {

    record Works() implements Probed {}

    /// It does not.
    ///
    /// @param sentence what to do, for the person
    record Fails(String sentence) implements Probed {}
  }

  /// Where the asker stands; somebody who only tries a question out is new.
  public Place place(WorkspaceId workspace, AssistantId assistant, Optional<Question.Asker> asker) {
    var connection = book.of(workspace, assistant);
    if (connection.isEmpty()) {
      return Place.NOT_CONNECTED;
    }
    var agent = connection.get().agent().full();
    return asker
        .flatMap(it ->
            sessions
                .find(workspace, it.contact(), agent)
                .map(session ->
                    session.engaged() && session.isOn(it, clock.instant(), settings.sessionTtl())
                        ? Place.ENGAGED
                        : Place.KNOWN))
        .orElse(Place.NEW);
  }

  /// Asks, within the question's deadline and the setting's. Not to be called inside a transaction.
  public Exchange ask(Question question) {
    return book.of(question.workspace(), question.assistant())
        .map(it ->
            question
                .asker()
                .map(asker -> once(it, question, asker))
                .orElseGet(() -> thrownAway(it, question)))
        .orElseGet(() -> new Exchange.NotAsked(Exchange.Reason.NOT_CONNECTED));
  }

  /// Whether the agent answers, tried in a session that is thrown away.
  public Probed probe(WorkspaceId workspace, AssistantId assistant, Language reader) {
    var connection = book.of(workspace, assistant);
    if (connection.isEmpty()) {
      return new Probed.Fails(Sentences.notConnected(reader));
    }
    var agent = connection.get().agent();
    var request = Requests.probe(connection.get(), aSession(), reader);
    return agents
        .leave(agent)
        .map(it -> it.call(connection.get(), request, settings.deadline()))
        .<Probed>map(called ->
            switch (called) {
              case Called.Got _ -> new Probed.Works();
              case Called.Went(var fault) -> new Probed.Fails(Sentences.of(fault, agent, reader));
            })
        .orElseGet(() -> new Probed.Fails(Sentences.of(Fault.DOWN, agent, reader)));
  }

  private Exchange once(Connection connection, Question question, Question.Asker asker) {
    var known = calls.find(question.workspace(), asker.message());
    return known.isPresent()
        ? again(known.get(), connection, question, asker)
        : permitted(connection, question, leave -> first(connection, question, asker, leave));
  }

  private Exchange thrownAway(Connection connection, Question question) {
    var request = Requests.of(connection, question, aSession(), settings.sessionTtl());
    return permitted(
        connection,
        question,
        leave ->
            switch (leave.call(connection, request, time(question.deadline()))) {
              case Called.Got(var result) -> new Exchange.Answered(result, 0);
              case Called.Went(var fault) -> new Exchange.Failed(fault);
            });
  }

  private Exchange permitted(
      Connection connection, Question question, Function<AgentCalls.Leave, Exchange> ask) {
    if (time(question.deadline()).compareTo(WORTH_TRYING) < 0) {
      return new Exchange.NotAsked(Exchange.Reason.TOO_LATE);
    }
    return agents
        .leave(connection.agent())
        .map(ask)
        .orElseGet(() -> new Exchange.NotAsked(Exchange.Reason.RESTING));
  }

  private Exchange first(
      Connection connection, Question question, Question.Asker asker, AgentCalls.Leave leave) {
    var session = marked(connection, question, asker);
    if (session.isEmpty()) {
      leave.giveBack();
      return new Exchange.NotAsked(Exchange.Reason.ASKED_BEFORE);
    }
    var id = session.get().id(question.workspace(), asker.contact().value());
    var request = request(connection, question, session.get(), id);
    return switch (leave.call(connection, request, time(question.deadline()))) {
      case Called.Got(var result) -> answered(connection, question, asker, session.get(), result);
      case Called.Went(var fault) -> {
        calls.failed(question.workspace(), asker.message(), fault, Column.now(clock));
        yield new Exchange.Failed(fault);
      }
    };
  }

  private DetectIntentRequest request(
      Connection connection, Question question, Session session, String id) {
    return Requests.deleting(
        Requests.of(connection, question, id, settings.sessionTtl()), session.spent());
  }

  /// The session the message belongs to, once it is on disk that it is asked; empty when it was
  /// already.
  private Optional<Session> marked(Connection connection, Question question, Question.Asker asker) {
    var agent = connection.agent().full();
    var marked =
        transaction.execute(_ -> {
          var now = Column.now(clock);
          if (!calls.mark(question.workspace(), asker, agent, now)) {
            return Optional.<Session>empty();
          }
          var session =
              sessions
                  .find(question.workspace(), asker.contact(), agent)
                  .map(it -> it.goingOn(asker, now, settings.sessionTtl()))
                  .orElseGet(() -> Session.first(asker, now));
          sessions.keep(question.workspace(), asker.contact(), agent, session);
          return Optional.of(session);
        });
    return marked == null ? Optional.empty() : marked;
  }

  private Exchange answered(
      Connection connection,
      Question question,
      Question.Asker asker,
      Session session,
      QueryResult result) {
    var after = session.after(Standing.after(result));
    transaction.executeWithoutResult(_ -> {
      calls.answered(
          question.workspace(), asker.message(), result.toByteArray(), Column.now(clock));
      sessions.keep(question.workspace(), asker.contact(), connection.agent().full(), after);
    });
    return new Exchange.Answered(result, after.misses());
  }

  /// The message was asked before: its answer is used if it came.
  private Exchange again(
      AgentCallTable.Call known, Connection connection, Question question, Question.Asker asker) {
    var misses =
        sessions
            .find(question.workspace(), asker.contact(), connection.agent().full())
            .map(Session::misses)
            .orElse(0);
    return known
        .answer()
        .<Exchange>map(it -> new Exchange.Answered(parsed(it), misses))
        .orElseGet(() -> new Exchange.NotAsked(Exchange.Reason.ASKED_BEFORE));
  }

  private static QueryResult parsed(byte[] answer) {
    try {
      return QueryResult.parseFrom(answer);
    } catch (InvalidProtocolBufferException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Duration time(Deadline deadline) {
    return deadline.left().minus(AFTERWARDS).compareTo(settings.deadline()) < 0
        ? deadline.left().minus(AFTERWARDS)
        : settings.deadline();
  }

  private static String aSession() {
    return UUID.randomUUID().toString();
  }
}
