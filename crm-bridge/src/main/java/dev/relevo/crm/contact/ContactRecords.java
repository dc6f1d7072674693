package dev.relevo.crm.contact;

import java.util.Map;

/// What a room keeps about contacts. Every room that keeps something implements it, so that
/// merging, exporting and erasing a contact reach all of it. Called inside the transaction that
/// merges or erases.
public interface ContactRecords {
  /// How high the room lies. Higher rooms are moved and erased first, so that nothing points at
  /// what is gone already. The rooms of the CRM use 2 (file) to 5 (desk).
  default int level() {
    return 9;
  }

  /// Two contacts turned out to be one person: everything kept about `from` becomes `to`'s. Both
  /// threads are locked and, for rooms above `conversation`, still there: work that carries the
  /// floor's epoch keeps waiting if it takes over `to`'s epoch where it held `from`'s and the bot
  /// has both floors, and must be given up otherwise.
  void move(ContactId from, ContactId to);

  /// What is kept, by a word for each kind, as plain values ready to be written as JSON.
  Map<String, Object> export(ContactId contact);

  /// Removes everything kept; afterwards no row names the contact.
  void erase(ContactId contact);
}
