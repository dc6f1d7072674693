package dev.relevo.crm.contact;

import dev.relevo.crm.sql.Column;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What reaches into every room: merging two contacts, giving out and erasing all that is kept
/// about one.
@Component
class Passing {
  private static final int TRIES = 3;

  private final ContactTable contacts;
  private final AddressTable addresses;
  private final AliasTable aliases;
  private final Lanes lanes;
  private final ObjectProvider<ContactRecords> records;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Passing(
      ContactTable contacts,
      AddressTable addresses,
      AliasTable aliases,
      Lanes lanes,
      ObjectProvider<ContactRecords> records,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.contacts = contacts;
    this.addresses = addresses;
    this.aliases = aliases;
    this.lanes = lanes;
    this.records = records;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /// Both threads are locked by the caller, in the caller's transaction.
  void merge(WorkspaceId workspace, ContactId from, ContactId to) {
    highestFirst().forEach(it -> it.move(from, to));
    aliases.move(from, to);
    addresses.move(from, to);
    contacts.merge(from, to, Column.now(clock));
    lanes.note(
        workspace,
        Optional.of(to),
        "contact.merged",
        Map.of("merged", Long.toString(from.value())));
  }

  Map<String, Object> export(Contact contact) {
    var all = new LinkedHashMap<String, Object>();
    all.put("contact", contact);
    for (var record : highestFirst().reversed()) {
      all.putAll(record.export(contact.id()));
    }
    return all;
  }

  /// Again, when somebody who need not wait for the lane has meanwhile written of the contact: a
  /// question that is learnt from, a call's cost.
  void erase(WorkspaceId workspace, ContactId contact) {
    for (var attempt = 1; ; attempt++) {
      try {
        eraseOnce(workspace, contact);
        return;
      } catch (DataIntegrityViolationException | PessimisticLockingFailureException meanwhile) {
        if (attempt == TRIES) {
          throw meanwhile;
        }
      }
    }
  }

  private void eraseOnce(WorkspaceId workspace, ContactId contact) {
    transaction.executeWithoutResult(status -> {
      if (lanes.lock(List.of(contact)).isEmpty()) {
        return;
      }
      highestFirst().forEach(it -> it.erase(contact));
      aliases.erase(contact);
      addresses.erase(contact);
      contacts.erase(contact);
      lanes.note(workspace, Optional.empty(), "contact.erased", Map.of());
    });
  }

  private List<ContactRecords> highestFirst() {
    return records.stream()
        .sorted(Comparator.comparingInt(ContactRecords::level).reversed())
        .toList();
  }
}
