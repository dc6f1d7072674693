package dev.relevo.crm.contact;

/// What came of separating an address from its contact.
public sealed interface Separation {

  /// The address belongs to a contact of its own now.
  record Done(ContactId to, ChannelId channel) implements Separation {}

  /// The contact does not have the address.
  record NotTheirs() implements Separation {}

  /// The same verified phone number is another address of the contact: the next message from either
  /// would make one person of the two again.
  record SamePhone() implements Separation {}
}
