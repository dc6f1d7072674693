package dev.relevo.crm.conversation;

import dev.relevo.crm.contact.ContactId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The threads whose locks the transaction under way holds, and what they were when it last read
/// them. A message passes several rooms in one transaction, and each makes sure of the lock: only
/// the first has to take it, and while nothing is changed only the first has to read.
final class HeldThreads implements TransactionSynchronization {

  private final Set<ContactId> held = new HashSet<>();
  private final Map<ContactId, ThreadState> states = new HashMap<>();

  private HeldThreads() {}

  /// Whether the transaction under way holds all of them.
  static boolean contain(Collection<ContactId> threads) {
    return ofTransaction().filter(it -> it.held.containsAll(threads)).isPresent();
  }

  /// What they are, when the transaction under way holds all of them and has changed none since it
  /// read them.
  static Optional<Map<ContactId, ThreadState>> states(Collection<ContactId> threads) {
    return ofTransaction()
        .filter(it -> it.states.keySet().containsAll(threads))
        .map(it -> it.among(threads));
  }

  /// They were locked just now, or read while the transaction holds them.
  static void add(Map<ContactId, ThreadState> threads) {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      var mine = ofTransaction().orElseGet(HeldThreads::begun);
      mine.held.addAll(threads.keySet());
      mine.states.putAll(threads);
    }
  }

  /// They are not any more what they were.
  static void changed(Collection<ContactId> threads) {
    ofTransaction().ifPresent(it -> it.states.keySet().removeAll(Set.copyOf(threads)));
  }

  /// None is certain to be what it was.
  static void changed() {
    ofTransaction().ifPresent(it -> it.states.clear());
  }

  /// What was locked since the savepoint is free again; what was locked before is not forgotten by
  /// the database, only here, and locked once more.
  @Override
  public void savepointRollback(Object savepoint) {
    held.clear();
    states.clear();
  }

  private Map<ContactId, ThreadState> among(Collection<ContactId> threads) {
    var found = new LinkedHashMap<ContactId, ThreadState>();
    for (var thread : threads) {
      Optional.ofNullable(states.get(thread)).ifPresent(it -> found.put(thread, it));
    }
    return found;
  }

  private static Optional<HeldThreads> ofTransaction() {
    return TransactionSynchronizationManager.isSynchronizationActive()
        ? TransactionSynchronizationManager.getSynchronizations().stream()
            .filter(HeldThreads.class::isInstance)
            .map(HeldThreads.class::cast)
            .findFirst()
        : Optional.empty();
  }

  private static HeldThreads begun() {
    var held = new HeldThreads();
    TransactionSynchronizationManager.registerSynchronization(held);
    return held;
  }
}
