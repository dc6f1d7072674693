package dev.relevo.crm.handoff;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.ContactGone;
import dev.relevo.crm.conversation.Conversations;
import dev.relevo.crm.conversation.Event;
import dev.relevo.crm.conversation.Floor;
import dev.relevo.crm.conversation.Journal;
import dev.relevo.crm.conversation.ThreadState;
import dev.relevo.crm.sql.Column;
import dev.relevo.crm.workspace.WorkspaceId;
import dev.relevo.crm.workspace.Workspaces;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The queue of those who wait for a person. In the caller's transaction, or one of its own when
/// there is none.
@Component
public class Handoffs {
  private final HandoffTable handoffs;
  private final Queue queue;
  private final Floor floor;
  private final Conversations conversations;
  private final Workspaces workspaces;
  private final Journal journal;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Handoffs(
      HandoffTable handoffs,
      Queue queue,
      Floor floor,
      Conversations conversations,
      Workspaces workspaces,
      Journal journal,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.handoffs = handoffs;
    this.queue = queue;
    this.floor = floor;
    this.conversations = conversations;
    this.workspaces = workspaces;
    this.journal = journal;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /// Opens a handoff: takes the floor for a person, leaves the summary as a note; the open one when
  /// there is one already.
  public Handoff open(
      ContactId contact, Author by, String reason, String summary, Optional<String> team) {
    return transaction.execute(status -> {
      var thread =
          Optional.ofNullable(floor.lock(List.of(contact)).get(contact))
              .orElseThrow(() -> new ContactGone(contact));
      return handoffs.current(contact).orElseGet(() -> open(thread, by, reason, summary, team));
    });
  }

  private Handoff open(
      ThreadState thread, Author by, String reason, String summary, Optional<String> team) {
    var now = Column.now(clock);
    var remindAt = now.plus(workspaces.find(thread.workspace()).remindAfter());
    var handoff = handoffs.insert(thread, reason, summary, team, now, remindAt);
    floor.take(thread.contact(), by, "handoff");
    floor.waiting(thread.contact());
    journal.append(
        List.of(
            new Event(
                thread.workspace(),
                Optional.of(thread.contact()),
                thread.conversation(),
                "handoff.opened",
                by,
                Map.of("handoff", Long.toString(handoff.id().value()), "reason", reason))));
    if (!summary.isBlank()) {
      conversations.comment(thread.contact(), by, shortened(summary));
    }
    return handoff;
  }

  /// A person took it over; false when none is open or somebody has it already. The customer is
  /// still told again when they hear nothing.
  public boolean taken(ContactId contact, Author.Person by) {
    return Boolean.TRUE.equals(transaction.execute(status -> queue.taken(contact, by)));
  }

  /// The floor went back, or the conversation closed; nothing when none is open. Happens by itself
  /// when [Floor] or [Conversations] does either.
  public void ended(ContactId contact) {
    transaction.executeWithoutResult(
        status -> queue.ended(contact, new Author.Automatic("handoff")));
  }

  public Optional<Handoff> current(ContactId contact) {
    return handoffs.current(contact);
  }

  /// The newest handoff of the workspace, ended or not; empty when there was none yet.
  public Optional<HandoffId> newest(WorkspaceId workspace) {
    return handoffs.newest(workspace);
  }

  /// Those opened later than that one which nobody has taken yet, newest first.
  ///
  /// @param after its number; 0 for all
  public List<Handoff> untaken(WorkspaceId workspace, long after, int limit) {
    return handoffs.untaken(workspace, after, limit);
  }

  /// Claims handoffs whose customers must be told once more that nobody answered yet; each is given
  /// out once, ever.
  public List<Handoff> remind(int limit) {
    return handoffs.remind(clock.instant(), limit);
  }

  private static String shortened(String summary) {
    return summary.length() <= 4000
        ? summary
        : summary.substring(0, summary.offsetByCodePoints(0, 1900));
  }
}
