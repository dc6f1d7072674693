package dev.relevo.bot.live;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.Entry;
import dev.relevo.crm.conversation.Journal;
import dev.relevo.crm.team.MemberId;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Tells open pages what became true. One poller reads the journal for all of them, every 100 ms
/// while anybody listens and not at all otherwise; no transaction that writes notifies anybody,
/// because that takes a lock that every commit waits for. Signals, which no table holds, go to the
/// other replicas by [Neighbours].
public final class Live implements AutoCloseable {

  /// How long "a member looks at this thread" holds without being said again.
  public static final Duration LOOKS_FOR = Duration.ofSeconds(30);

  static final Duration POLL = Duration.ofMillis(100);

  private final Followers followers = new Followers();
  private final Lookers lookers;
  private final Poller poller;
  private final List<Consumer<Signal>> listeners = new CopyOnWriteArrayList<>();

  Live(Poller.Source source, Duration every, Clock clock) {
    this.lookers = new Lookers(clock, LOOKS_FOR);
    this.poller = new Poller(source, every, followers);
  }

  /// Over a journal.
  public static Live of(Journal journal, Clock clock) {
    return new Live(
        new Poller.Source() {
          @Override
          public Entry.Position end() {
            return journal.end();
          }

          @Override
          public List<Entry> after(Entry.Position position, int limit) {
            return journal.after(position, limit);
          }
        },
        POLL,
        clock);
  }

  /// Hears of a workspace until closed. What commits after this returns is told; what committed
  /// shortly before may be told too, so read the state after calling this.
  public Following follow(WorkspaceId workspace, Listener listener) {
    var follower = followers.add(workspace, listener);
    poller.wake();
    return () -> followers.remove(follower);
  }

  /// Passes a signal to everybody who follows its workspace, on every replica.
  public void signal(Signal signal) {
    passOn(signal);
    listeners.forEach(it -> it.accept(signal));
  }

  /// Runs for every signal given here; must return at once.
  void onSignal(Consumer<Signal> listener) {
    listeners.add(listener);
  }

  /// Passes a signal to everybody who follows its workspace on this replica.
  void passOn(Signal signal) {
    if (signal instanceof Signal.Looking looking) {
      lookers.note(looking);
    }
    followers.tell(signal);
  }

  /// The members who have the thread before them now. A replica that was started a moment ago knows
  /// those who said so since.
  public List<MemberId> lookers(ContactId contact) {
    return lookers.at(contact);
  }

  /// Ends every following.
  @Override
  public void close() {
    poller.close();
    followers.clear();
  }

  /// A subscription; closing it twice is harmless.
  public interface Following extends AutoCloseable {
    @Override
    void close();
  }

  /// Somebody who must hear. Called one after another on a thread of its own, so that it may block
  /// (writing to a slow browser) without holding up anybody else.
  public interface Listener {

    /// Committed entries of the workspace, in order; at least one.
    void changed(List<Entry> entries);

    void signalled(Signal signal);

    /// It was too slow, and entries were left out: read the state anew.
    void missed();
  }
}
