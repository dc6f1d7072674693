package dev.relevo.bot.outbox;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.Conversations;
import dev.relevo.crm.conversation.Floor;
import dev.relevo.crm.conversation.Message;
import dev.relevo.crm.conversation.MessageId;
import dev.relevo.crm.conversation.MessageState;
import dev.relevo.crm.conversation.Posting;
import dev.relevo.crm.conversation.Progress;
import dev.relevo.crm.conversation.ThreadState;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Makes words into messages and parcels, under the thread's lock. In the caller's transaction.
@Component
final class Speaking {

  private final Floor floor;
  private final Conversations conversations;
  private final Recipients recipients;
  private final ParcelTable parcels;
  private final Endings endings;
  private final Clock clock;

  Speaking(
      Floor floor,
      Conversations conversations,
      Recipients recipients,
      ParcelTable parcels,
      Endings endings,
      Clock clock) {
    this.floor = floor;
    this.conversations = conversations;
    this.recipients = recipients;
    this.parcels = parcels;
    this.endings = endings;
    this.clock = clock;
  }

  /// As [Outbox#post] promises.
  List<Message> say(Post post) {
    var thread = locked(post);
    if (!post.byPerson() && !Judge.holds(post.epoch(), thread)) {
      return List.of();
    }
    var messages = conversations.say(post.contact(), postings(post, thread));
    var now = clock.instant();
    messages.forEach(it -> parcels.insert(it, thread, post, now));
    if (post.byPerson() && personHasFloor(post.contact())) {
      endings.withdrawAll(post.contact());
    }
    return messages;
  }

  /// As [Outbox#carryOver] promises.
  void carryOver(ContactId contact, long epoch) {
    floor.read(contact).ifPresent(it -> parcels.carryOver(contact, epoch, it.epoch()));
  }

  /// Queues a dead parcel's message anew, as a person's; false when it is not dead, or must not be
  /// sent now.
  boolean repeat(MessageId id) {
    var now = clock.instant();
    var message = conversations.message(id).filter(this::mayBeSent).orElse(null);
    if (message == null) {
      return false;
    }
    floor.lock(Set.of(message.contact()));
    if (!parcels.requeue(id, now)) {
      return false;
    }
    conversations.progress(
        List.of(new Progress(id, MessageState.QUEUED, Optional.empty(), Optional.empty(), now)));
    return true;
  }

  private boolean mayBeSent(Message message) {
    return recipients
        .find(message.address())
        .filter(it -> Judge.refusal(it, message.content(), clock.instant()).isEmpty())
        .isPresent();
  }

  private boolean personHasFloor(ContactId contact) {
    return floor.read(contact).filter(it -> !it.botHasFloor()).isPresent();
  }

  private ThreadState locked(Post post) {
    var thread = floor.lock(Set.of(post.contact())).get(post.contact());
    if (thread == null) {
      throw new IllegalArgumentException("no such contact: " + post.contact().value());
    }
    return thread;
  }

  private List<Posting> postings(Post post, ThreadState thread) {
    var to = recipient(post, thread);
    var now = clock.instant();
    return post.contents().stream()
        .map(content ->
            new Posting(
                post.author(),
                to.address().channel(),
                to.address().id(),
                content,
                post.grounds(),
                Judge.refusal(to, content, now).map(it -> it.in(to.house()))))
        .toList();
  }

  private Recipients.Recipient recipient(Post post, ThreadState thread) {
    var contact =
        Optional.ofNullable(recipients.people(List.of(post.contact())).get(post.contact()));
    return post.via()
        .or(thread::address)
        .flatMap(id -> contact.flatMap(it -> recipients.at(it, id)))
        .orElseThrow(() ->
            new IllegalArgumentException(
                "the contact has no such address: " + post.contact().value()));
  }
}
