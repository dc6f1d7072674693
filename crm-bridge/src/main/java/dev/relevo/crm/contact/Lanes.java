package dev.relevo.crm.contact;

import dev.relevo.crm.workspace.WorkspaceId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What contacts need of the room that keeps their threads: the one lock of a contact, a thread for
/// each new one, and a line in the journal.
public interface Lanes {
  /// Locks the contacts' threads in a fixed order until the end of the transaction; which of them
  /// there are. A contact merged away or erased meanwhile is missing.
  Set<ContactId> lock(Collection<ContactId> contacts);

  /// New contacts: each gets its thread and a `contact.created` event.
  void begin(WorkspaceId workspace, List<ContactId> contacts);

  /// The address is no longer the contact's: a thread that was there goes on elsewhere, if
  /// anywhere.
  void leave(ContactId contact, AddressId address, Optional<Address> elsewhere);

  /// Writes an event about a contact, or about nobody any more.
  void note(
      WorkspaceId workspace, Optional<ContactId> contact, String kind, Map<String, String> data);
}
