package dev.relevo.bot.dialogflow;

import dev.relevo.bot.assistant.AssistantId;
import dev.relevo.bot.assistant.Assistants;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Event;
import dev.relevo.crm.conversation.Journal;
import dev.relevo.crm.sql.Column;
import dev.relevo.crm.team.MemberId;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Which agents a workspace is connected to: one for all its assistants, and one of its own for any
/// of them. Keys go in and never come out again. Changes are written in the journal, as
/// `dialogflow.connected` and `dialogflow.disconnected`.
@Component
public class AgentConnections {

  private final AgentBook book;
  private final AgentConnectionTable table;
  private final AgentCallTable calls;
  private final Assistants assistants;
  private final Journal journal;
  private final TransactionTemplate transaction;
  private final Clock clock;

  AgentConnections(
      AgentBook book,
      AgentConnectionTable table,
      AgentCallTable calls,
      Assistants assistants,
      Journal journal,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.book = book;
    this.table = table;
    this.calls = calls;
    this.assistants = assistants;
    this.journal = journal;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /// A connection as it may be shown.
  ///
  /// @param account the service account's name; empty text for an agent on the operator's machine
  /// @param fromSettings whether the operator set it; then it cannot be changed here
  /// @param trouble what went wrong with the last call, in a sentence
  public record State(
      AgentName agent,
      Optional<String> language,
      String account,
      boolean fromSettings,
      Optional<Trouble> trouble) {}

  /// What went wrong with the last call.
  ///
  /// @param sentence what to do, for the person
  /// @param ofConnection whether it stays until somebody changes the connection or the agent
  public record Trouble(String sentence, boolean ofConnection, Instant at) {}

  /// What is to be connected.
  ///
  /// @param assistant empty: all that have no agent of their own
  /// @param language a code of Dialogflow's; empty: the customer's
  /// @param key the service account's JSON file; empty: the one that is kept already
  public record Wish(
      Optional<AssistantId> assistant,
      AgentName agent,
      Optional<String> language,
      Optional<String> key) {

    @Override
    public String toString() {
      return "Wish[assistant=%s, agent=%s, language=%s, key=…]"
          .formatted(assistant, agent, language);
    }
  }

  /// What became of a wish.
  public sealed interface Saved {

    record Done() implements Saved {}

    /// It cannot be.
    ///
    /// @param sentence what to do, for the person
    record Refused(String sentence) implements Saved {}
  }

  /// The connection for an assistant, or for those without one of their own.
  ///
  /// @param reader the language of who is told
  public Optional<State> state(
      WorkspaceId workspace, Optional<AssistantId> assistant, Language reader) {
    return book.kept(workspace, assistant)
        .map(it -> state(workspace, it.agent(), it.language(), it.account(), false, reader))
        .or(() ->
            assistant.isEmpty()
                ? book.set(workspace).map(it -> set(workspace, it, reader))
                : Optional.empty());
  }

  /// Connects, or changes what is connected.
  public Saved save(WorkspaceId workspace, Wish wish, MemberId by, Language reader) {
    var unknown = wish.assistant().filter(it -> assistants.find(workspace, it).isEmpty());
    if (unknown.isPresent()) {
      return new Saved.Refused(Sentences.assistantGone(reader));
    }
    var key =
        wish.key()
            .map(ServiceKey::of)
            .orElseGet(() -> book.kept(workspace, wish.assistant()).flatMap(book::key));
    if (key.isEmpty()) {
      return new Saved.Refused(Sentences.noKey(reader));
    }
    var kept =
        new AgentConnectionTable.Kept(
            wish.assistant(),
            wish.agent(),
            wish.language(),
            key.get().account(),
            book.sealed(key.get()));
    transaction.executeWithoutResult(_ -> {
      table.save(workspace, kept, by, Column.now(clock));
      note(workspace, "dialogflow.connected", wish.agent().full(), by);
    });
    return new Saved.Done();
  }

  /// Takes the connection away with its key; false when there is none.
  public boolean remove(WorkspaceId workspace, Optional<AssistantId> assistant, MemberId by) {
    var known = book.kept(workspace, assistant);
    known.ifPresent(it ->
        transaction.executeWithoutResult(_ -> {
          table.remove(workspace, assistant);
          note(workspace, "dialogflow.disconnected", it.agent().full(), by);
        }));
    return known.isPresent();
  }

  private State set(WorkspaceId workspace, Connection it, Language reader) {
    var account = it.key().map(ServiceKey::account).orElse("");
    return state(workspace, it.agent(), it.language(), account, true, reader);
  }

  private State state(
      WorkspaceId workspace,
      AgentName agent,
      Optional<String> language,
      String account,
      boolean fromSettings,
      Language reader) {
    return new State(agent, language, account, fromSettings, trouble(workspace, agent, reader));
  }

  private Optional<Trouble> trouble(WorkspaceId workspace, AgentName agent, Language reader) {
    return calls
        .last(workspace, agent.full())
        .filter(it -> !it.outcome().equals("ANSWERED"))
        .map(it -> {
          var fault = Fault.valueOf(it.outcome());
          return new Trouble(
              Sentences.of(fault, agent, reader), fault.isOfConnection(), it.askedAt());
        });
  }

  private void note(WorkspaceId workspace, String kind, String agent, MemberId by) {
    journal.append(
        List.of(
            new Event(
                workspace,
                Optional.empty(),
                Optional.empty(),
                kind,
                new Author.Person(by),
                Map.of("agent", agent))));
  }
}
