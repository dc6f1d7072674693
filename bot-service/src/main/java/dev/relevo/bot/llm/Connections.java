package dev.relevo.bot.llm;

import dev.relevo.bot.assistant.Assistant;
import dev.relevo.bot.pace.Deadline;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Event;
import dev.relevo.crm.conversation.Journal;
import dev.relevo.crm.team.MemberId;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// How workspaces are connected to their models, for the people who set it. A key goes in and never
/// comes out. Changes are written in the journal, as `model.connected` and `model.disconnected`.
@Component
public class Connections {

  private static final Duration PROBE = Duration.ofSeconds(10);
  private static final int PROBE_TOKENS = 50;

  private final Sources sources;
  private final Endpoints endpoints;
  private final OpenAiModel model;
  private final ModelSettings settings;
  private final Journal journal;
  private final TransactionTemplate transaction;

  Connections(
      Sources sources,
      Endpoints endpoints,
      OpenAiModel model,
      ModelSettings settings,
      Journal journal,
      PlatformTransactionManager transactions) {
    this.sources = sources;
    this.endpoints = endpoints;
    this.model = model;
    this.settings = settings;
    this.journal = journal;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// Whose connection it is.
  public enum Origin {
    NONE,
    /// Set for all workspaces by who runs Relevo.
    OPERATOR,
    /// Set by the workspace.
    OWN
  }

  /// How the model is doing, on this replica.
  public enum Health {
    FINE,
    /// It failed so often that it is left alone for a while.
    RESTING,
    /// It is being tried again.
    RETURNING
  }

  /// A connection without its secrets. Of an operator's only the model's name is told.
  public record State(
      Origin origin,
      String baseUrl,
      String model,
      boolean keySet,
      boolean headersSet,
      String prices,
      Health health) {}

  public State state(WorkspaceId workspace) {
    var health = endpoints.health(workspace);
    return sources
        .own(workspace)
        .map(it ->
            new State(
                Origin.OWN,
                it.baseUrl().toString(),
                it.model(),
                !it.key().isEmpty(),
                !it.headers().byName().isEmpty(),
                it.prices().text(),
                health))
        .or(() ->
            sources
                .of(workspace)
                .map(it -> new State(Origin.OPERATOR, "", it.model(), true, false, "", health)))
        .orElseGet(() -> new State(Origin.NONE, "", "", false, false, "", health));
  }

  /// What became of a wish to connect.
  public sealed interface Saved {
    record Done() implements Saved {}

    record Wrong(List<Entered.Mistake> mistakes) implements Saved {}
  }

  /// Connects the workspace to a model of its own, from the next call on. Nothing is asked yet.
  public Saved save(WorkspaceId workspace, Entered entered, MemberId by) {
    return switch (entered.read(sources.own(workspace), settings.privateAddresses())) {
      case Entered.Read.Wrong(var mistakes) -> new Saved.Wrong(mistakes);
      case Entered.Read.Sound(var connection) -> {
        transaction.executeWithoutResult(_ -> {
          sources.save(workspace, connection, by);
          note(workspace, "model.connected", Map.of("model", connection.model()), by);
        });
        sources.forget(workspace);
        yield new Saved.Done();
      }
    };
  }

  /// Back to the operator's model, or to none.
  public void remove(WorkspaceId workspace, MemberId by) {
    transaction.executeWithoutResult(_ -> {
      if (sources.remove(workspace)) {
        note(workspace, "model.disconnected", Map.of(), by);
      }
    });
    sources.forget(workspace);
  }

  /// Whether the connection works.
  public sealed interface Probe {

    /// It does.
    ///
    /// @param model the name that answered
    record Works(String model, Duration took) implements Probe {}

    /// It does not.
    ///
    /// @param host of the endpoint, for the sentence; as is the model's name
    record Fails(Trouble trouble, String host, String model) implements Probe {}
  }

  /// Makes one tiny call, ten seconds at most, also when the model is resting: one that answers is
  /// asked again at once.
  public Probe probe(WorkspaceId workspace) {
    var connection = sources.of(workspace);
    if (connection.isEmpty()) {
      return new Probe.Fails(Trouble.NONE_CONNECTED, "", "");
    }
    var deadline = Deadline.in(PROBE);
    var told = model.tell(probing(workspace, deadline));
    var host = connection.get().trusted() ? "" : connection.get().host();
    var name = connection.get().model();
    return switch (told) {
      case Told.Said said -> new Probe.Works(name, said.took());
      case Told.NotAsked _ -> new Probe.Fails(Trouble.NOT_ALLOWED, host, name);
      // It answers; that the little we allow was not enough for it says nothing against it.
      case Told.Failed(var trouble, _)
          when trouble == Trouble.UNFINISHED || trouble == Trouble.EMPTY ->
          new Probe.Works(name, PROBE.minus(deadline.left()));
      case Told.Failed(var trouble, _) -> new Probe.Fails(trouble, host, name);
    };
  }

  private static Ask probing(WorkspaceId workspace, Deadline deadline) {
    return new Ask(
        new Account(
            workspace,
            Assistant.plain(workspace),
            Account.Purpose.PROBE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        List.of(new Line.Rules("Answer with the word OK."), new Line.Data("OK?")),
        List.of(),
        Optional.empty(),
        0,
        PROBE_TOKENS,
        deadline);
  }

  private void note(WorkspaceId workspace, String kind, Map<String, String> data, MemberId by) {
    journal.append(
        List.of(
            new Event(
                workspace, Optional.empty(), Optional.empty(), kind, new Author.Person(by), data)));
  }
}
