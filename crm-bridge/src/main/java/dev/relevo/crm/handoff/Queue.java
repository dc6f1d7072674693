package dev.relevo.crm.handoff;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Event;
import dev.relevo.crm.conversation.Journal;
import dev.relevo.crm.conversation.ThreadWatch;
import dev.relevo.crm.sql.Column;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Lets handoffs follow what becomes of their threads.
@Component
class Queue implements ThreadWatch {
  private final HandoffTable handoffs;
  private final Journal journal;
  private final Clock clock;

  Queue(HandoffTable handoffs, Journal journal, Clock clock) {
    this.handoffs = handoffs;
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  public void personSpoke(ContactId contact, Author by) {
    if (by instanceof Author.Person member) {
      taken(contact, member);
    }
    handoffs.forgetReminder(contact);
  }

  @Override
  public void floorGiven(ContactId contact, Author by) {
    ended(contact, by);
  }

  @Override
  public void closed(ContactId contact, Author by) {
    ended(contact, by);
  }

  boolean taken(ContactId contact, Author.Person by) {
    var taken = handoffs.take(contact, by.member(), Column.now(clock));
    taken.ifPresent(it -> append(it, contact, "handoff.taken", by));
    return taken.isPresent();
  }

  void ended(ContactId contact, Author by) {
    handoffs
        .end(contact, Column.now(clock))
        .ifPresent(it -> append(it, contact, "handoff.ended", by));
  }

  private void append(HandoffTable.Line line, ContactId contact, String kind, Author by) {
    journal.append(
        List.of(
            new Event(
                line.workspace(),
                Optional.of(contact),
                line.conversation(),
                kind,
                by,
                Map.of("handoff", Long.toString(line.id().value())))));
  }
}
