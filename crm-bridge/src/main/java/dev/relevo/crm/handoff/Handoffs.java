package dev.relevo.crm.handoff;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.Author;
import java.util.List;
import java.util.Optional;

/// The queue of those who wait for a person. In the caller's transaction.
public class Handoffs {

  /// Opens a handoff: takes the floor for a person, leaves the summary as a note; the open one when
  /// there is one already.
  public Handoff open(
      ContactId contact, Author by, String reason, String summary, Optional<String> team) {
    throw new UnsupportedOperationException();
  }

  /// A person took it over; nothing when none is open.
  public void taken(ContactId contact, Author.Person by) {
    throw new UnsupportedOperationException();
  }

  /// The floor went back, or the conversation closed; nothing when none is open.
  public void ended(ContactId contact) {
    throw new UnsupportedOperationException();
  }

  public Optional<Handoff> current(ContactId contact) {
    throw new UnsupportedOperationException();
  }

  /// Claims handoffs whose customers must be told once more that nobody answered yet; each is given
  /// out once, ever.
  public List<Handoff> remind(int limit) {
    throw new UnsupportedOperationException();
  }
}
