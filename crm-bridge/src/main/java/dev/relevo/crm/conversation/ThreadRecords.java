package dev.relevo.crm.conversation;

import dev.relevo.crm.contact.Address;
import dev.relevo.crm.contact.AddressId;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.contact.ContactRecords;
import dev.relevo.crm.contact.Lanes;
import dev.relevo.crm.sql.Column;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Threads as the contact room needs them.
@Component
class ThreadRecords implements ContactRecords, Lanes {
  private static final Author ITSELF = new Author.Automatic("contact");

  private final Threads threads;
  private final PastTable past;
  private final EventTable events;
  private final Journal journal;
  private final Clock clock;

  ThreadRecords(Threads threads, PastTable past, EventTable events, Journal journal, Clock clock) {
    this.threads = threads;
    this.past = past;
    this.events = events;
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  public int level() {
    return 3;
  }

  @Override
  public Set<ContactId> lock(Collection<ContactId> contacts) {
    return Set.copyOf(threads.lock(contacts).keySet());
  }

  @Override
  public void begin(WorkspaceId workspace, List<ContactId> contacts) {
    threads.insert(workspace, contacts, Column.now(clock));
    journal.append(
        contacts.stream()
            .map(it ->
                new Event(
                    workspace,
                    Optional.of(it),
                    Optional.empty(),
                    "contact.created",
                    Author.CUSTOMER,
                    Map.of()))
            .toList());
  }

  @Override
  public void leave(ContactId contact, AddressId address, Optional<Address> elsewhere) {
    threads.leave(contact, address, elsewhere);
  }

  @Override
  public void note(
      WorkspaceId workspace, Optional<ContactId> contact, String kind, Map<String, String> data) {
    journal.append(List.of(new Event(workspace, contact, Optional.empty(), kind, ITSELF, data)));
  }

  @Override
  public void move(ContactId from, ContactId to) {
    past.merge(from, to);
    events.move(from, to);
  }

  @Override
  public Map<String, Object> export(ContactId contact) {
    var all = past.of(contact);
    all.put("events", events.of(contact));
    return all;
  }

  @Override
  public void erase(ContactId contact) {
    events.anonymise(contact);
    past.erase(contact);
  }
}
