package dev.relevo.crm.conversation;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.sql.Column;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// The one journal of what became true: the timeline, and what consoles, workflows and webhooks
/// follow, each by its own cursor.
///
/// A reader sees nothing of a transaction before every older writing transaction has ended: that is
/// how no late commit is skipped. So a long writing transaction delays all readers.
@Component
public class Journal {
  private static final ScopedValue<String> WHY = ScopedValue.newInstance();
  private static final ScopedValue<Map<ContactId, MessageId>> ANSWERED = ScopedValue.newInstance();

  private final EventTable events;
  private final Clock clock;

  Journal(EventTable events, Clock clock) {
    this.events = events;
    this.clock = clock;
  }

  /// Everything appended inside carries this reason as `why`, where it has none of its own.
  public static <T> T because(String why, Supplier<T> what) {
    return ScopedValue.where(WHY, why).call(what::get);
  }

  /// Everything appended inside about one of these contacts carries the message it answers as
  /// `answers`: whoever looks back knows which question an answer, or a handoff, belongs to.
  public static void answering(Map<ContactId, MessageId> questions, Runnable what) {
    ScopedValue.where(ANSWERED, questions).run(what);
  }

  /// Writes events in the caller's transaction.
  public void append(Collection<Event> all) {
    if (!all.isEmpty()) {
      events.insert(all.stream().map(Journal::withCircumstances).toList(), Column.now(clock));
    }
  }

  /// What was committed after that position, in order, never skipping a late commit.
  public List<Entry> after(Entry.Position position, int limit) {
    return events.after(position, limit);
  }

  /// As [#after(Entry.Position, int)], for a reader whom only these kinds concern: so many entries
  /// are looked at, of whatever kind, and the others cost little.
  public Stretch after(Entry.Position position, int limit, Collection<String> kinds) {
    return events.after(position, limit, kinds);
  }

  /// The end of what can be read now; where a new reader starts.
  public Entry.Position end() {
    return events.end();
  }

  /// The contact's timeline: everything but messages, newest first.
  public List<Entry> timeline(ContactId contact, int limit) {
    return timeline(contact, Long.MAX_VALUE, limit);
  }

  /// The contact's timeline below an entry's id, newest first.
  public List<Entry> timeline(ContactId contact, long before, int limit) {
    return events.timeline(contact, before, limit);
  }

  /// The customer's message that one of ours answers; empty when it answers none.
  public Optional<MessageId> answered(ContactId contact, MessageId ours) {
    return events.answered(contact, ours);
  }

  /// How far a reader that must miss nothing has come; empty before its first [#keep].
  public Optional<Entry.Position> cursor(String reader) {
    return events.cursor(reader);
  }

  /// A reader has done everything up to there. In the transaction that did it.
  public void keep(String reader, Entry.Position position) {
    events.keep(reader, position);
  }

  /// As [#keep], unless the reader has come to another place meanwhile: then somebody else of that
  /// name did it, false is returned, and what was done is to be undone.
  ///
  /// @param from where the reader was; [Entry.Position#START] before its first
  public boolean advance(String reader, Entry.Position from, Entry.Position to) {
    return events.advance(reader, from, to);
  }

  private static Event withCircumstances(Event event) {
    var answered =
        ANSWERED.isBound() ? event.contact().map(ANSWERED.get()::get) : Optional.<MessageId>empty();
    if (!WHY.isBound() && answered.isEmpty()) {
      return event;
    }
    var data = new HashMap<>(event.data());
    if (WHY.isBound()) {
      data.putIfAbsent("why", WHY.get());
    }
    answered.ifPresent(it -> data.putIfAbsent("answers", Long.toString(it.value())));
    return new Event(
        event.workspace(),
        event.contact(),
        event.conversation(),
        event.kind(),
        event.actor(),
        data);
  }
}
