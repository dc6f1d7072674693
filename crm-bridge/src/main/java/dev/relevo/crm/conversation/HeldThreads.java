package dev.relevo.crm.conversation;

import dev.relevo.crm.contact.ContactId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The threads whose locks the transaction under way holds. A message passes several rooms in one
/// transaction, and each makes sure of the lock: only the first has to take it.
final class HeldThreads implements TransactionSynchronization {

  private final Set<ContactId> held = new HashSet<>();

  private HeldThreads() {}

  /// Whether the transaction under way holds all of them.
  static boolean contain(Collection<ContactId> threads) {
    return TransactionSynchronizationManager.isSynchronizationActive()
        && TransactionSynchronizationManager.getSynchronizations().stream()
            .anyMatch(it -> it instanceof HeldThreads mine && mine.held.containsAll(threads));
  }

  /// They were locked just now.
  static void add(Collection<ContactId> threads) {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      ofTransaction().held.addAll(threads);
    }
  }

  /// What was locked since the savepoint is free again; what was locked before is not forgotten by
  /// the database, only here, and locked once more.
  @Override
  public void savepointRollback(Object savepoint) {
    held.clear();
  }

  private static HeldThreads ofTransaction() {
    return TransactionSynchronizationManager.getSynchronizations().stream()
        .filter(HeldThreads.class::isInstance)
        .map(HeldThreads.class::cast)
        .findFirst()
        .orElseGet(HeldThreads::begun);
  }

  private static HeldThreads begun() {
    var held = new HeldThreads();
    TransactionSynchronizationManager.registerSynchronization(held);
    return held;
  }
}
