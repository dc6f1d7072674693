package dev.relevo.crm.conversation;

import dev.relevo.crm.contact.AddressId;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.contact.Contacts;
import dev.relevo.crm.conversation.ConversationTable.Opening;
import dev.relevo.crm.sql.Column;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Stores what came in: many at once, each thread's row written once.
@Component
class Hearing {
  private final Threads threads;
  private final MessageTable messages;
  private final ConversationTable conversations;
  private final Contacts contacts;
  private final Floor floor;
  private final Journal journal;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Hearing(
      Threads threads,
      MessageTable messages,
      ConversationTable conversations,
      Contacts contacts,
      Floor floor,
      Journal journal,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.threads = threads;
    this.messages = messages;
    this.conversations = conversations;
    this.contacts = contacts;
    this.floor = floor;
    this.journal = journal;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  List<Heard> hear(List<Utterance> utterances) {
    return utterances.isEmpty() ? List.of() : transaction.execute(status -> store(utterances));
  }

  private List<Heard> store(List<Utterance> utterances) {
    var ids = utterances.stream().map(Utterance::contact).distinct().toList();
    var locked = threads.lock(ids);
    var blocked =
        utterances.stream()
            .filter(it -> it.who().blocked())
            .map(Utterance::contact)
            .collect(Collectors.toSet());
    var drafts = new LinkedHashMap<ContactId, Draft>();
    for (var id : ids) {
      drafts.put(
          id,
          new Draft(Optional.ofNullable(locked.get(id)).orElseThrow(() -> new ContactGone(id))));
    }
    var now = Column.now(clock);
    var events = new ArrayList<Event>();
    open(utterances, drafts, blocked, now, events);
    var stored = add(utterances, drafts, blocked, now);
    threads.store(drafts.values());
    conversations.count(drafts.values(), now);
    contacts.wrote(windows(utterances, now));
    for (var i = 0; i < stored.size(); i++) {
      events.add(event(utterances.get(i), stored.get(i), blocked));
    }
    journal.append(events);
    utterances.stream()
        .filter(it -> it.author() instanceof Author.Echo)
        .forEach(it -> floor.echoed(draft(drafts, it.contact()).before, it.author()));
    return stored.stream().map(it -> heard(it, drafts)).toList();
  }

  private void open(
      List<Utterance> utterances,
      Map<ContactId, Draft> drafts,
      Set<ContactId> blocked,
      Instant now,
      List<Event> events) {
    var openings = new LinkedHashMap<ContactId, Opening>();
    for (var one : utterances) {
      var open = draft(drafts, one.contact()).conversation.isPresent();
      if (!open && speaks(one.content()) && !blocked.contains(one.contact())) {
        openings.putIfAbsent(
            one.contact(),
            new Opening(
                one.workspace(), one.contact(), Optional.of(one.channel()), one.author(), now));
      }
    }
    if (openings.isEmpty()) {
      return;
    }
    conversations
        .open(openings.values())
        .forEach((contact, id) -> {
          draft(drafts, contact).conversation = Optional.of(id);
          var opening = Optional.ofNullable(openings.get(contact)).orElseThrow();
          events.add(
              new Event(
                  opening.workspace(),
                  Optional.of(contact),
                  Optional.of(id),
                  "conversation.opened",
                  opening.by(),
                  Map.of()));
        });
  }

  private List<Message> add(
      List<Utterance> utterances,
      Map<ContactId, Draft> drafts,
      Set<ContactId> blocked,
      Instant now) {
    return messages.insert(
        IntStream.range(0, utterances.size())
            .mapToObj(it -> {
              var one = utterances.get(it);
              // a microsecond apart, so that no two messages of a batch share their time
              var at = now.plusNanos(1_000L * it);
              var draft = draft(drafts, one.contact());
              var message = message(one, draft, at);
              if (!blocked.contains(one.contact())) {
                count(one, draft, at);
              }
              return message;
            })
            .toList());
  }

  private static MessageTable.New message(Utterance one, Draft draft, Instant at) {
    var inbound = !(one.author() instanceof Author.Echo);
    return new MessageTable.New(
        one.workspace(),
        one.contact(),
        draft.conversation,
        draft.next(),
        inbound,
        one.author(),
        one.channel(),
        one.address(),
        one.content(),
        one.quotes(),
        inbound ? MessageState.RECEIVED : MessageState.SENT,
        Optional.empty(),
        Optional.empty(),
        Optional.of(one.externalId()),
        one.providerTime(),
        at);
  }

  private static void count(Utterance one, Draft draft, Instant at) {
    if (!speaks(one.content())) {
      return;
    }
    draft.show(one.author(), one.content(), at);
    if (one.author() instanceof Author.Echo) {
      draft.outgoing++;
      draft.waitingSince = Optional.empty();
      return;
    }
    draft.incoming++;
    draft.unread++;
    draft.channel = Optional.of(one.channel());
    draft.address = Optional.of(one.address());
    if (!draft.before.botHasFloor() && draft.waitingSince.isEmpty()) {
      draft.waitingSince = Optional.of(at);
    }
  }

  /// Whether this is somebody speaking: it opens a conversation, is unread, and waits for an
  /// answer.
  private static boolean speaks(Content content) {
    return !(content instanceof Content.Reaction || content instanceof Content.Notice);
  }

  /// From when the provider says the customer wrote, as it counts itself; what came late has spent
  /// some of the time already.
  private static Map<AddressId, Instant> windows(List<Utterance> utterances, Instant now) {
    var windows = new HashMap<AddressId, Instant>();
    for (var one : utterances) {
      if (one.author() instanceof Author.Customer && !(one.content() instanceof Content.Notice)) {
        var wrote = one.providerTime().filter(now::isAfter).orElse(now);
        windows.merge(one.address(), wrote, (a, b) -> a.isAfter(b) ? a : b);
      }
    }
    return windows;
  }

  private static Event event(Utterance one, Message message, Set<ContactId> blocked) {
    var quiet = blocked.contains(one.contact()) || !speaks(one.content());
    return new Event(
        one.workspace(),
        Optional.of(one.contact()),
        message.conversation(),
        message.inbound() ? "message.received" : "message.sent",
        one.author(),
        Map.of(
            "message", Long.toString(message.id().value()),
            "sequence", Long.toString(message.sequence()),
            "quiet", Boolean.toString(quiet)));
  }

  private static Heard heard(Message message, Map<ContactId, Draft> drafts) {
    var before = draft(drafts, message.contact()).before;
    return new Heard(message.id(), message.sequence(), before.epoch(), before.botHasFloor());
  }

  private static Draft draft(Map<ContactId, Draft> drafts, ContactId contact) {
    return Optional.ofNullable(drafts.get(contact)).orElseThrow();
  }
}
