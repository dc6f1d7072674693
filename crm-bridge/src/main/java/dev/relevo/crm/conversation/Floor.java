package dev.relevo.crm.conversation;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.sql.Column;
import dev.relevo.crm.team.MemberId;
import dev.relevo.crm.workspace.Switches;
import dev.relevo.crm.workspace.Workspaces;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Who speaks, and who is responsible. Every change locks the thread row and raises the epoch;
/// inside the caller's transaction, or one of its own when there is none.
@Component
public class Floor {
  private final Threads threads;
  private final ConversationTable conversations;
  private final Workspaces workspaces;
  private final Journal journal;
  private final ObjectProvider<ThreadWatch> watches;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Floor(
      Threads threads,
      ConversationTable conversations,
      Workspaces workspaces,
      Journal journal,
      ObjectProvider<ThreadWatch> watches,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.threads = threads;
    this.conversations = conversations;
    this.workspaces = workspaces;
    this.journal = journal;
    this.watches = watches;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /// Locks the threads, in a fixed order so that no two transactions wait for each other, and reads
  /// them. A contact that was merged away or erased meanwhile is missing.
  public Map<ContactId, ThreadState> lock(Collection<ContactId> contacts) {
    return threads.lock(contacts);
  }

  /// As [#lock], but leaves out the threads that somebody else works on at this moment: for what
  /// may as well come a little later, and must not keep others waiting meanwhile.
  public Map<ContactId, ThreadState> lockFree(Collection<ContactId> contacts) {
    return threads.lockFree(contacts);
  }

  /// Reads without locking.
  public Optional<ThreadState> read(ContactId contact) {
    return Optional.ofNullable(threads.read(List.of(contact)).get(contact));
  }

  /// Gives the floor to a person; false when a person had it already.
  public boolean take(ContactId contact, Author by, String why) {
    return changing(contact, thread -> take(thread, by, why));
  }

  /// Gives the floor back to the bot; false when the bot had it already. The model's context starts
  /// after it.
  public boolean give(ContactId contact, Author by, String why) {
    return changing(contact, thread -> give(thread, by, why));
  }

  /// Makes a member responsible, or nobody; false when nothing changed. May take the floor (switch
  /// `pauseOnAssign`).
  public boolean assign(ContactId contact, Optional<MemberId> to, Author by) {
    return changing(contact, thread -> assign(thread, to, by));
  }

  /// Counts the bot's misses in a row.
  public void misses(ContactId contact, int misses) {
    threads.misses(contact, misses);
  }

  /// The customer waits for a person from now on; nothing when they do already.
  public void waiting(ContactId contact) {
    threads.waiting(contact, Column.now(clock));
  }

  /// The bot has the floor again after that time, unless a person speaks before; nothing when it
  /// has it now.
  public void resumeIn(ContactId contact, Duration time) {
    threads.resumeAt(contact, Optional.of(Column.now(clock).plus(time)));
  }

  /// Gives the floor back where nobody spoke for the time set by `resumeAfter`; to whom. For a
  /// timer; several replicas share the work.
  public List<ContactId> resumeDue(int limit) {
    return transaction.execute(status -> {
      var due = threads.lockDue(clock.instant(), limit);
      due.forEach(it -> give(it, new Author.Automatic("resume-after"), "resume-after"));
      return due;
    });
  }

  /// A person wrote to the customer; the thread is locked. Takes the floor (switch
  /// `pauseOnPersonReply`) and starts the time of `resumeAfter` anew; another time that was set is
  /// over.
  void spoken(ThreadState thread, Author.Person person) {
    var switches = workspaces.find(thread.workspace()).switches();
    if (switches.pauseOnPersonReply() || !thread.botHasFloor()) {
      if (!take(thread, person, "reply")) {
        stay(thread, switches);
      }
    }
    watches.forEach(it -> it.personSpoke(thread.contact(), person));
  }

  /// The business wrote on its own phone; the thread is locked. Counts as a person's message where
  /// the switch `pauseOnEcho` is on; taking the floor is the caller's.
  void echoed(ThreadState thread, Author echo) {
    var switches = workspaces.find(thread.workspace()).switches();
    if (switches.pauseOnEcho()) {
      if (!thread.botHasFloor()) {
        stay(thread, switches);
      }
      watches.forEach(it -> it.personSpoke(thread.contact(), echo));
    }
  }

  private void stay(ThreadState thread, Switches switches) {
    threads.resumeAt(thread.contact(), switches.resumeAfter().map(Column.now(clock)::plus));
  }

  /// The conversation was closed; the thread is locked.
  void closed(ThreadState thread, Author by) {
    watches.forEach(it -> it.closed(thread.contact(), by));
    if (workspaces.find(thread.workspace()).switches().resumeOnClose()) {
      give(thread, by, "close");
    }
  }

  private boolean take(ThreadState thread, Author by, String why) {
    if (!thread.botHasFloor()) {
      return false;
    }
    var now = Column.now(clock);
    var resumeAfter = workspaces.find(thread.workspace()).switches().resumeAfter();
    threads.take(thread.contact(), now, resumeAfter.map(now::plus));
    append(thread, "floor.taken", by, Map.of("reason", why));
    return true;
  }

  private boolean give(ThreadState thread, Author by, String why) {
    if (thread.botHasFloor()) {
      return false;
    }
    threads.give(thread.contact(), Column.now(clock));
    append(thread, "floor.given", by, Map.of("reason", why));
    watches.forEach(it -> it.floorGiven(thread.contact(), by));
    return true;
  }

  private boolean assign(ThreadState thread, Optional<MemberId> to, Author by) {
    if (thread.assignee().equals(to)) {
      return false;
    }
    threads.assign(thread.contact(), to);
    thread.conversation().ifPresent(conversations::countAssignment);
    append(thread, "assignee.changed", by, Map.of("from", text(thread.assignee()), "to", text(to)));
    if (to.isPresent() && workspaces.find(thread.workspace()).switches().pauseOnAssign()) {
      take(thread, by, "assign");
    }
    return true;
  }

  private boolean changing(ContactId contact, Predicate<ThreadState> change) {
    return Boolean.TRUE.equals(
        transaction.execute(status ->
            change.test(
                Optional.ofNullable(threads.lock(List.of(contact)).get(contact))
                    .orElseThrow(() -> new ContactGone(contact)))));
  }

  private void append(ThreadState thread, String kind, Author by, Map<String, String> data) {
    journal.append(
        List.of(
            new Event(
                thread.workspace(),
                Optional.of(thread.contact()),
                thread.conversation(),
                kind,
                by,
                data)));
  }

  private static String text(Optional<MemberId> member) {
    return member.map(it -> Long.toString(it.value())).orElse("");
  }
}
