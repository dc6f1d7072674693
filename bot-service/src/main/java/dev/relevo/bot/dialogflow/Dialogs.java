package dev.relevo.bot.dialogflow;

import com.google.cloud.dialogflow.cx.v3.DetectIntentRequest;
import dev.relevo.bot.assistant.AssistantId;
import dev.relevo.bot.dialogflow.AgentCalls.Called;
import dev.relevo.bot.pace.Deadline;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// Asks agents. A customer's message is put to an agent once or never: that it is asked is
/// committed before it is, what it answered is kept, and a message that was asked is not asked
/// again, whatever became of the replica that did.
@Component
public class Dialogs {

  /// Kept of the deadline, for what is done with the answer.
  private static final Duration AFTERWARDS = Duration.ofMillis(300);

  private static final Duration WORTH_TRYING = Duration.ofMillis(100);

  private final AgentBook book;
  private final AgentLedger ledger;
  private final AgentCalls agents;
  private final DialogflowSettings settings;

  Dialogs(AgentBook book, AgentLedger ledger, AgentCalls agents, DialogflowSettings settings) {
    this.book = book;
    this.ledger = ledger;
    this.agents = agents;
    this.settings = settings;
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
    return asker
        .flatMap(it ->
            ledger
                .session(workspace, it, connection.get())
                .map(session ->
                    session.engaged() && ledger.goesOn(session, it) ? Place.ENGAGED : Place.KNOWN))
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
    var known = ledger.known(question.workspace(), asker.message());
    return known.isPresent()
        ? again(known.get(), connection, question, asker)
        : permitted(connection, question, leave -> first(connection, question, asker, leave));
  }

  private Exchange thrownAway(Connection connection, Question question) {
    var request = Requests.of(connection, question, aSession(), settings.sessionTtl());
    return permitted(
        connection,
        question,
        leave -> {
          var call = ledger.mark(connection, question);
          return switch (leave.call(connection, request, time(question.deadline()))) {
            case Called.Got(var result) -> {
              ledger.answered(call, result);
              yield new Exchange.Answered(result, 0, call);
            }
            case Called.Went(var fault) -> failed(call, fault);
          };
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
    var marked = ledger.mark(connection, question, asker);
    if (marked.isEmpty()) {
      leave.giveBack();
      return new Exchange.NotAsked(Exchange.Reason.ASKED_BEFORE);
    }
    var mark = marked.get();
    var request = request(connection, question, mark.session(), asker);
    return switch (leave.call(connection, request, time(question.deadline()))) {
      case Called.Got(var result) -> {
        var misses = ledger.answered(connection, question, asker, mark, result);
        yield new Exchange.Answered(result, misses, mark.call());
      }
      case Called.Went(var fault) -> failed(mark.call(), fault);
    };
  }

  private Exchange failed(long call, Fault fault) {
    ledger.failed(call, fault);
    return new Exchange.Failed(fault, call);
  }

  private DetectIntentRequest request(
      Connection connection, Question question, Session session, Question.Asker asker) {
    var id = session.id(question.workspace(), asker.contact().value());
    return Requests.deleting(
        Requests.of(connection, question, id, settings.sessionTtl()), session.spent());
  }

  /// The message was asked before: its answer is used if it came.
  private Exchange again(
      AgentCallTable.Known known, Connection connection, Question question, Question.Asker asker) {
    var misses =
        ledger.session(question.workspace(), asker, connection).map(Session::misses).orElse(0);
    return known
        .answer()
        .<Exchange>map(it -> new Exchange.Answered(AgentAnswer.of(it), misses, known.id()))
        .orElseGet(() -> new Exchange.NotAsked(Exchange.Reason.ASKED_BEFORE));
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
