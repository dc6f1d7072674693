package dev.relevo.crm.conversation;

import dev.relevo.crm.contact.ContactId;

/// The contact was merged into another or erased since its id was read: find out anew who it is.
public final class ContactGone extends RuntimeException {
  public ContactGone(ContactId contact) {
    super("contact " + contact.value() + " is gone; resolve it again");
  }
}
