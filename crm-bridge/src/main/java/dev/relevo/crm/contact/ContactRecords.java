package dev.relevo.crm.contact;

import java.util.Map;

/// What a room keeps about contacts. Every room that keeps something implements it, so that
/// merging, exporting and erasing a contact reach all of it. Called inside the transaction that
/// merges or erases.
public interface ContactRecords {

  /// Two contacts turned out to be one person: everything kept about `from` becomes `to`'s. Both
  /// threads are locked.
  void move(ContactId from, ContactId to);

  /// What is kept, by a word for each kind, as plain values ready to be written as JSON.
  Map<String, Object> export(ContactId contact);

  /// Removes everything kept; afterwards no row names the contact.
  void erase(ContactId contact);
}
