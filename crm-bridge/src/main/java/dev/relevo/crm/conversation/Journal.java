package dev.relevo.crm.conversation;

import dev.relevo.crm.contact.ContactId;
import java.util.Collection;
import java.util.List;

/// The one journal of what became true: the timeline, and what consoles, workflows and webhooks
/// follow, each by its own cursor.
public class Journal {

  /// Writes events in the caller's transaction.
  public void append(Collection<Event> events) {
    throw new UnsupportedOperationException();
  }

  /// What was committed after that position, in order, never skipping a late commit.
  public List<Entry> after(Entry.Position position, int limit) {
    throw new UnsupportedOperationException();
  }

  /// The end of what can be read now; where a new reader starts.
  public Entry.Position end() {
    throw new UnsupportedOperationException();
  }

  /// The contact's timeline: everything but messages, newest first.
  public List<Entry> timeline(ContactId contact, int limit) {
    throw new UnsupportedOperationException();
  }
}
