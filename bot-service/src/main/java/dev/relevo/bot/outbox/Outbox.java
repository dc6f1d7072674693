package dev.relevo.bot.outbox;

import dev.relevo.crm.contact.AddressId;
import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Conversations;
import dev.relevo.crm.conversation.Floor;
import dev.relevo.crm.conversation.Message;
import dev.relevo.crm.conversation.MessageId;
import dev.relevo.crm.conversation.MessageState;
import dev.relevo.crm.conversation.Posting;
import dev.relevo.crm.conversation.Progress;
import dev.relevo.crm.conversation.ThreadState;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The one mouth: stores what we say, then sends it in order, paced, retried.
@Component
public class Outbox {

  private static final Duration KEPT = Duration.ofDays(8);

  private final Floor floor;
  private final Conversations conversations;
  private final Recipients recipients;
  private final Clearance clearance;
  private final ParcelTable parcels;
  private final PauseTable pauses;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  Outbox(
      Floor floor,
      Conversations conversations,
      Recipients recipients,
      Clearance clearance,
      ParcelTable parcels,
      PauseTable pauses,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.floor = floor;
    this.conversations = conversations;
    this.recipients = recipients;
    this.clearance = clearance;
    this.parcels = parcels;
    this.pauses = pauses;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// Stores the words and their parcels in one transaction (the caller's, when there is one). A
  /// person's words take the floor in it, and what the bot has not sent yet is withdrawn. What must
  /// not be sent is stored as failed with the reason. Nothing is said, and nothing returned, when
  /// the post holds an epoch that is over.
  ///
  /// @throws IllegalArgumentException when the contact has no such address
  public List<Message> post(Post post) {
    return transaction.execute(status -> say(post));
  }

  /// Why this may not be sent to that address now (closed window, blocked contact, channel gone),
  /// in the workspace's language; empty when it may.
  public Optional<String> refusal(AddressId address, Content content) {
    return recipients
        .find(address)
        .flatMap(it -> clearance.refusal(it, content).map(refusal -> refusal.in(it.house())));
  }

  /// The bot itself gave the floor away after it had spoken: what it said under the epoch before is
  /// still to be sent, unless a person speaks first. In the caller's transaction.
  public void carryOver(ContactId contact, long epoch) {
    floor.read(contact).ifPresent(it -> parcels.carryOver(contact, epoch, it.epoch()));
  }

  /// Sends a dead parcel's message again; false when it is not dead, or must not be sent now.
  public boolean resend(MessageId message) {
    return Boolean.TRUE.equals(transaction.execute(status -> queueAgain(message)));
  }

  /// Why nothing is sent on the channel until a person resumes it; empty while it works.
  public Optional<String> paused(WorkspaceId workspace, ChannelId channel) {
    return pauses.reason(workspace, channel, clock.instant());
  }

  /// A person mended what paused the channel; false when it was not paused.
  public boolean resume(WorkspaceId workspace, ChannelId channel) {
    return pauses.resume(workspace, channel);
  }

  /// The messages nobody will send any more unless a person asks for it, newest first.
  public List<MessageId> dead(WorkspaceId workspace, int limit) {
    return parcels.dead(workspace, limit);
  }

  /// Forgets parcels that were settled eight days ago, some at a time; whether there are more. No
  /// receipt comes for them any more.
  public boolean forget() {
    return parcels.purge(clock.instant().minus(KEPT)) > 0;
  }

  /// Runs after something was posted here and committed; must return at once.
  void onPosted(Runnable listener) {
    listeners.add(listener);
  }

  private List<Message> say(Post post) {
    var before = locked(post);
    if (!Floors.allow(before, post.byPerson() ? OptionalLong.empty() : post.epoch())) {
      return List.of();
    }
    var messages = conversations.say(post.contact(), postings(post, before));
    var now = clock.instant();
    for (var message : messages) {
      var dead = message.state() == MessageState.FAILED;
      parcels.insert(message, before, post, dead ? Parcel.State.DEAD : Parcel.State.QUEUED, now);
    }
    if (post.byPerson()) {
      floor
          .read(post.contact())
          .filter(it -> !it.botHasFloor())
          .ifPresent(it -> withdrawn(parcels.withdrawAll(it.contact(), now)));
    }
    announceAfterCommit();
    return messages;
  }

  private ThreadState locked(Post post) {
    var thread = floor.lock(Set.of(post.contact())).get(post.contact());
    if (thread == null) {
      throw new IllegalArgumentException("no such contact: " + post.contact().value());
    }
    return thread;
  }

  private List<Posting> postings(Post post, ThreadState thread) {
    var contact =
        Optional.ofNullable(recipients.people(List.of(post.contact())).get(post.contact()));
    var to =
        post.via()
            .or(thread::address)
            .flatMap(id -> contact.flatMap(it -> recipients.at(it, id)))
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "the contact has no such address: " + post.contact().value()));
    var postings = new ArrayList<Posting>();
    for (var content : post.contents()) {
      postings.add(
          new Posting(
              post.author(),
              to.address().channel(),
              to.address().id(),
              content,
              post.grounds(),
              clearance.refusal(to, content).map(it -> it.in(to.house()))));
    }
    return postings;
  }

  /// What the bot may no longer say in these threads is taken back, in the caller's transaction.
  boolean withdraw(Collection<ThreadState> threads) {
    return withdrawn(parcels.withdraw(threads, clock.instant()));
  }

  private boolean withdrawn(List<MessageId> messages) {
    var now = clock.instant();
    if (!messages.isEmpty()) {
      conversations.progress(
          messages.stream()
              .map(it ->
                  new Progress(it, MessageState.WITHDRAWN, Optional.empty(), Optional.empty(), now))
              .toList());
    }
    return !messages.isEmpty();
  }

  private boolean queueAgain(MessageId id) {
    var message = conversations.message(id).orElse(null);
    if (message == null || refusal(message.address(), message.content()).isPresent()) {
      return false;
    }
    floor.lock(Set.of(message.contact()));
    if (!parcels.requeue(id, clock.instant())) {
      return false;
    }
    conversations.progress(
        List.of(
            new Progress(
                id, MessageState.QUEUED, Optional.empty(), Optional.empty(), clock.instant())));
    announceAfterCommit();
    return true;
  }

  private void announceAfterCommit() {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            listeners.forEach(Runnable::run);
          }
        });
  }
}
