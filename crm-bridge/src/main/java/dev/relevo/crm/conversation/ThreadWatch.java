package dev.relevo.crm.conversation;

import dev.relevo.crm.contact.ContactId;

/// Told what becomes of a thread, inside the transaction and under the thread's lock. For rooms
/// above that keep something which must end with it.
public interface ThreadWatch {
  /// A person wrote to the customer: a member, or whoever holds the business's own phone
  /// ([Author.Echo], where the workspace counts that).
  void personSpoke(ContactId contact, Author by);

  /// The bot has the floor again.
  void floorGiven(ContactId contact, Author by);

  /// The conversation was closed.
  void closed(ContactId contact, Author by);
}
