package dev.relevo.bot.assistant;

import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Event;
import dev.relevo.crm.conversation.Journal;
import dev.relevo.crm.sql.Column;
import dev.relevo.crm.team.MemberId;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The assistants. What is read may be a second old. Changes are written in the journal, as
/// `assistant.saved` and `assistant.retired`.
@Component
public class Assistants {

  private static final Duration FRESH = Duration.ofSeconds(1);

  private record Seen(List<Assistant> assistants, Instant at) {}

  private final AssistantTable table;
  private final Journal journal;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Map<WorkspaceId, Seen> seen = new ConcurrentHashMap<>();

  Assistants(
      AssistantTable table, Journal journal, PlatformTransactionManager transactions, Clock clock) {
    this.table = table;
    this.journal = journal;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /// Who answers on a channel: the assistant that names it, else the one that names none, else
  /// [Assistant#plain].
  public Assistant on(WorkspaceId workspace, ChannelId channel) {
    var all = all(workspace);
    return all.stream()
        .filter(it -> it.channels().contains(channel))
        .findFirst()
        .or(() -> all.stream().filter(it -> it.channels().isEmpty()).findFirst())
        .orElseGet(() -> Assistant.plain(workspace));
  }

  /// Who answers where nothing more is known: the one that names no channel, else the first.
  public Assistant general(WorkspaceId workspace) {
    var all = all(workspace);
    return all.stream()
        .filter(it -> it.channels().isEmpty())
        .findFirst()
        .or(() -> all.stream().findFirst())
        .orElseGet(() -> Assistant.plain(workspace));
  }

  /// The ones somebody made, oldest first.
  public List<Assistant> all(WorkspaceId workspace) {
    var now = clock.instant();
    var known = seen.get(workspace);
    if (known != null && Duration.between(known.at(), now).abs().compareTo(FRESH) < 0) {
      return known.assistants();
    }
    // Read in the map's own lock: what was read before somebody saved is not kept after it.
    return seen.compute(workspace, (id, _) -> new Seen(table.all(id), now)).assistants();
  }

  public Optional<Assistant> find(WorkspaceId workspace, AssistantId id) {
    return all(workspace).stream().filter(it -> it.id().equals(id)).findFirst();
  }

  /// What became of a wish to save or retire.
  public sealed interface Saved {

    record Done(AssistantId id) implements Saved {}

    /// Another assistant answers one of these channels already, or answers everywhere already.
    record ChannelTaken() implements Saved {}

    /// There is none of that number, or no longer.
    record Gone() implements Saved {}
  }

  /// Makes the assistant, or changes it when it has a number. A channel is answered by one
  /// assistant at most, and one at most names no channel.
  public Saved save(Assistant assistant, MemberId by) {
    try {
      var saved = transaction.execute(status -> write(assistant, by));
      seen.remove(assistant.workspace());
      return saved == null ? new Saved.Gone() : saved;
    } catch (DuplicateKeyException taken) {
      return new Saved.ChannelTaken();
    }
  }

  /// It answers nothing more; what it cost stays on record.
  public Saved retire(WorkspaceId workspace, AssistantId id, MemberId by) {
    var retired =
        transaction.execute(status -> {
          if (!table.retire(workspace, id, Column.now(clock))) {
            return new Saved.Gone();
          }
          note(workspace, "assistant.retired", id, by);
          return new Saved.Done(id);
        });
    seen.remove(workspace);
    return retired == null ? new Saved.Gone() : retired;
  }

  private Saved write(Assistant assistant, MemberId by) {
    var now = Column.now(clock);
    var stored = assistant;
    if (assistant.id().equals(AssistantId.NONE)) {
      stored = assistant.withId(table.insert(assistant, now));
    } else if (!table.update(assistant, now)) {
      return new Saved.Gone();
    }
    table.channels(stored);
    note(stored.workspace(), "assistant.saved", stored.id(), by);
    return new Saved.Done(stored.id());
  }

  private void note(WorkspaceId workspace, String kind, AssistantId id, MemberId by) {
    journal.append(
        List.of(
            new Event(
                workspace,
                Optional.empty(),
                Optional.empty(),
                kind,
                new Author.Person(by),
                Map.of("assistant", Long.toString(id.value())))));
  }
}
