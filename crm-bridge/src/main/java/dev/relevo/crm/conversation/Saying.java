package dev.relevo.crm.conversation;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.ConversationTable.Opening;
import dev.relevo.crm.sql.Column;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Stores what we say, before it is sent.
@Component
class Saying {
  private final Threads threads;
  private final MessageTable messages;
  private final ConversationTable conversations;
  private final Floor floor;
  private final Journal journal;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Saying(
      Threads threads,
      MessageTable messages,
      ConversationTable conversations,
      Floor floor,
      Journal journal,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.threads = threads;
    this.messages = messages;
    this.conversations = conversations;
    this.floor = floor;
    this.journal = journal;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  List<Message> say(Map<ContactId, List<Posting>> postings) {
    return postings.isEmpty() ? List.of() : transaction.execute(status -> store(postings));
  }

  private List<Message> store(Map<ContactId, List<Posting>> postings) {
    var locked = threads.lock(postings.keySet());
    var now = Column.now(clock);
    var events = new ArrayList<Event>();
    var drafts = new ArrayList<Draft>();
    var created = new ArrayList<MessageTable.New>();
    postings.forEach((contact, said) -> {
      var draft = new Draft(thread(locked, contact));
      person(said).ifPresent(it -> personSpeaks(draft, it, said.getFirst(), now, events));
      created.addAll(add(draft, said, now));
      drafts.add(draft);
    });
    var stored = messages.insert(created);
    threads.store(drafts);
    conversations.count(drafts, now);
    stored.forEach(it -> events.add(event(thread(locked, it.contact()), it)));
    journal.append(events);
    return stored;
  }

  private static ThreadState thread(Map<ContactId, ThreadState> locked, ContactId contact) {
    return Optional.ofNullable(locked.get(contact)).orElseThrow(() -> new ContactGone(contact));
  }

  /// Who of the team speaks; empty when nobody does, or nothing of it may be sent.
  private static Optional<Author.Person> person(List<Posting> postings) {
    return postings.stream()
        .filter(it -> it.refusal().isEmpty())
        .map(Posting::author)
        .filter(Author.Person.class::isInstance)
        .map(Author.Person.class::cast)
        .findFirst();
  }

  private void personSpeaks(
      Draft draft, Author.Person person, Posting posting, Instant now, List<Event> events) {
    var thread = draft.before;
    floor.spoken(thread, person);
    draft.unread = 0;
    draft.waitingSince = Optional.empty();
    draft.responder = Optional.of(person);
    if (draft.conversation.isEmpty()) {
      var opening =
          new Opening(
              thread.workspace(), thread.contact(), Optional.of(posting.channel()), person, now);
      draft.conversation =
          Optional.of(conversations.open(List.of(opening)).values().iterator().next());
      events.add(
          new Event(
              thread.workspace(),
              Optional.of(thread.contact()),
              draft.conversation,
              "conversation.opened",
              person,
              Map.of()));
    }
  }

  private static List<MessageTable.New> add(Draft draft, List<Posting> postings, Instant now) {
    var created = new ArrayList<MessageTable.New>();
    for (var posting : postings) {
      var at = now.plusNanos(1_000L * created.size());
      var refused = posting.refusal().isPresent();
      if (!refused) {
        draft.outgoing++;
        draft.show(posting.author(), posting.content(), at);
      }
      created.add(message(draft, posting, at));
    }
    var botSpoke =
        postings.stream()
            .anyMatch(it -> it.author() instanceof Author.Bot && it.refusal().isEmpty());
    draft.botTurns = botSpoke ? 1 : 0;
    return created;
  }

  private static MessageTable.New message(Draft draft, Posting posting, Instant at) {
    return new MessageTable.New(
        draft.before.workspace(),
        draft.before.contact(),
        draft.conversation,
        draft.next(),
        false,
        posting.author(),
        posting.channel(),
        posting.address(),
        posting.content(),
        Optional.empty(),
        posting.refusal().isPresent() ? MessageState.FAILED : MessageState.QUEUED,
        posting.refusal(),
        posting.grounds(),
        Optional.empty(),
        Optional.empty(),
        at);
  }

  private static Event event(ThreadState thread, Message message) {
    return new Event(
        thread.workspace(),
        Optional.of(thread.contact()),
        message.conversation(),
        "message.sent",
        message.author(),
        Map.of(
            "message", Long.toString(message.id().value()),
            "sequence", Long.toString(message.sequence()),
            "state", message.state().name()));
  }
}
