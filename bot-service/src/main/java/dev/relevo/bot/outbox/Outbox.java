package dev.relevo.bot.outbox;

import dev.relevo.crm.contact.AddressId;
import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Message;
import dev.relevo.crm.conversation.MessageId;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The one mouth: stores what we say, then sends it in order, paced, retried.
@Component
public class Outbox {

  private static final Duration KEPT = Duration.ofDays(8);

  private final Speaking speaking;
  private final Recipients recipients;
  private final ParcelTable parcels;
  private final PauseTable pauses;
  private final Clock clock;
  private final Bell bell;
  private final TransactionTemplate transaction;

  Outbox(
      Speaking speaking,
      Recipients recipients,
      ParcelTable parcels,
      PauseTable pauses,
      Clock clock,
      Bell bell,
      PlatformTransactionManager transactions) {
    this.speaking = speaking;
    this.recipients = recipients;
    this.parcels = parcels;
    this.pauses = pauses;
    this.clock = clock;
    this.bell = bell;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// Stores the words and their parcels in one transaction (the caller's, when there is one). A
  /// person's words take the floor in it, and what the bot has not sent yet is withdrawn. What must
  /// not be sent is stored as failed with the reason. Nothing is said, and nothing returned, when
  /// the post holds an epoch that is over.
  ///
  /// @throws IllegalArgumentException when the contact has no such address
  public List<Message> post(Post post) {
    return post(List.of(post));
  }

  /// As [#post(Post)], many at once; to each contact in the order given.
  public List<Message> post(List<Post> posts) {
    return transaction.execute(status -> {
      ringAfterCommit(posts.stream().map(Post::contact).toList());
      return speaking.say(posts);
    });
  }

  /// Why this may not be sent to that address now (closed window, blocked contact, channel gone),
  /// in the workspace's language; empty when it may.
  public Optional<String> refusal(AddressId address, Content content) {
    return recipients
        .find(address)
        .flatMap(to -> Judge.refusal(to, content, clock.instant()).map(it -> it.in(to.house())));
  }

  /// The bot itself gave the floor away after it had spoken: what it said under the epoch before is
  /// still to be sent, unless a person speaks first. In the caller's transaction.
  public void carryOver(ContactId contact, long epoch) {
    speaking.carryOver(contact, epoch);
  }

  /// Sends a dead parcel's message again; false when it is not dead, or must not be sent now.
  public boolean resend(MessageId message) {
    return Boolean.TRUE.equals(
        transaction.execute(status -> {
          var lane = speaking.repeat(message);
          lane.ifPresent(it -> ringAfterCommit(List.of(it)));
          return lane.isPresent();
        }));
  }

  /// Why nothing is sent on the channel until a person resumes it; empty while it works.
  public Optional<String> paused(WorkspaceId workspace, ChannelId channel) {
    return pauses.reason(workspace, channel, clock.instant());
  }

  /// A person mended what paused the channel, which sends again within a few seconds; false when it
  /// was not paused.
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

  private void ringAfterCommit(List<ContactId> lanes) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            bell.ring(lanes);
          }
        });
  }
}
