package dev.relevo.bot.outbox;

import dev.relevo.crm.contact.AddressId;
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
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes words into messages and parcels, under the thread's lock. In the caller's transaction.
@Component
final class Speaking {

  private final Floor floor;
  private final Conversations conversations;
  private final Recipients recipients;
  private final ParcelTable parcels;
  private final Endings endings;
  private final OutboxMeters meters;
  private final Clock clock;

  Speaking(
      Floor floor,
      Conversations conversations,
      Recipients recipients,
      ParcelTable parcels,
      Endings endings,
      OutboxMeters meters,
      Clock clock) {
    this.floor = floor;
    this.conversations = conversations;
    this.recipients = recipients;
    this.parcels = parcels;
    this.endings = endings;
    this.meters = meters;
    this.clock = clock;
  }

  /// As [Outbox#post(List)] promises.
  List<Message> say(List<Post> posts) {
    if (posts.isEmpty()) {
      return List.of();
    }
    var contacts = posts.stream().map(Post::contact).distinct().toList();
    var threads = floor.lock(contacts);
    var people = recipients(posts, threads);
    var now = clock.instant();
    var sayings = new ArrayList<Saying>();
    for (var post : posts) {
      var thread = threads.get(post.contact());
      if (thread == null) {
        throw new IllegalArgumentException("no such contact: " + post.contact().value());
      }
      if (post.byPerson() || Judge.holds(post.epoch(), thread)) {
        var to = recipient(post, thread, people);
        post.contents()
            .forEach(it -> sayings.add(new Saying(post, thread, posting(post, to, it, now))));
      }
    }
    var messages = store(sayings, now);
    posts.stream()
        .filter(it -> it.byPerson() && personHasFloor(it.contact()))
        .forEach(it -> endings.withdrawAll(it.contact()));
    return messages;
  }

  /// One thing of a post.
  private record Saying(Post post, ThreadState thread, Posting posting) {}

  private List<Message> store(List<Saying> sayings, Instant now) {
    var byContact =
        sayings.stream()
            .collect(
                Collectors.groupingBy(
                    it -> it.post().contact(), LinkedHashMap::new, Collectors.toList()));
    var postings = new LinkedHashMap<ContactId, List<Posting>>();
    byContact.forEach(
        (contact, said) -> postings.put(contact, said.stream().map(Saying::posting).toList()));
    var messages = conversations.say(postings);
    var inOrder = byContact.values().stream().flatMap(List::stream).toList();
    parcels.insert(
        IntStream.range(0, messages.size())
            .mapToObj(it ->
                new ParcelTable.New(
                    messages.get(it), inOrder.get(it).thread(), inOrder.get(it).post()))
            .toList(),
        now);
    return messages;
  }

  /// As [Outbox#carryOver] promises.
  void carryOver(ContactId contact, long epoch) {
    floor.read(contact).ifPresent(it -> parcels.carryOver(contact, epoch, it.epoch()));
  }

  /// Queues a dead parcel's message anew, as a person's, and gives its lane; empty when it is not
  /// dead, or must not be sent now.
  Optional<ContactId> repeat(MessageId id) {
    var now = clock.instant();
    var message = conversations.message(id).filter(this::mayBeSent).orElse(null);
    if (message == null) {
      return Optional.empty();
    }
    floor.lock(Set.of(message.contact()));
    if (!parcels.requeue(id)) {
      return Optional.empty();
    }
    conversations.progress(
        List.of(new Progress(id, MessageState.QUEUED, Optional.empty(), Optional.empty(), now)));
    return Optional.of(message.contact());
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

  private Posting posting(Post post, Recipients.Recipient to, Content content, Instant now) {
    var refusal = Judge.refusal(to, content, now);
    refusal.ifPresent(meters::refused);
    return new Posting(
        post.author(),
        to.address().channel(),
        to.address().id(),
        content,
        post.grounds(),
        refusal.map(it -> it.in(to.house())));
  }

  private Map<AddressId, Recipients.Recipient> recipients(
      List<Post> posts, Map<ContactId, ThreadState> threads) {
    return recipients.at(
        posts.stream()
            .flatMap(it -> address(it, threads.get(it.contact())).stream())
            .distinct()
            .toList());
  }

  /// Where to: the address it names, else the one they wrote from last.
  private static Optional<AddressId> address(Post post, @Nullable ThreadState thread) {
    return post.via().or(() -> Optional.ofNullable(thread).flatMap(ThreadState::address));
  }

  private static Recipients.Recipient recipient(
      Post post, ThreadState thread, Map<AddressId, Recipients.Recipient> people) {
    return address(post, thread)
        .flatMap(it -> Optional.ofNullable(people.get(it)))
        .filter(it -> it.is(post.contact()))
        .orElseThrow(() ->
            new IllegalArgumentException(
                "the contact has no such address: " + post.contact().value()));
  }
}
