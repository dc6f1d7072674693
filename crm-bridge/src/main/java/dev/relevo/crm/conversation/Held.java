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

/// The threads whose locks the transaction under way holds, what they were when it last read them,
/// and what it has said there. A message passes several rooms in one transaction, and each makes
/// sure of the lock: only the first has to take it, and while nothing is changed only the first has
/// to read.
final class Held implements TransactionSynchronization {

  private final Set<ContactId> held = new HashSet<>();
  private final Map<ContactId, ThreadState> states = new HashMap<>();
  private final Map<MessageId, Message> messages = new HashMap<>();

  private Held() {}

  /// Whether the transaction under way holds all of them.
  static boolean contain(Collection<ContactId> threads) {
    return ofTransaction().filter(it -> it.held.containsAll(threads)).isPresent();
  }

  /// What they are, when the transaction under way holds all of them and has changed none since it
  /// read them.
  static Optional<Map<ContactId, ThreadState>> states(Collection<ContactId> threads) {
    return ofTransaction()
        .filter(it -> it.states.keySet().containsAll(threads))
        .map(it -> among(it.states, threads));
  }

  /// They were locked just now, or read while the transaction holds them.
  static void add(Map<ContactId, ThreadState> threads) {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      var mine = ofTransaction().orElseGet(Held::begun);
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
    ofTransaction()
        .ifPresent(it -> {
          it.states.clear();
          it.messages.clear();
        });
  }

  /// Those of them that the transaction under way has stored itself and not changed since.
  static Map<MessageId, Message> messages(Collection<MessageId> ids) {
    return ofTransaction().map(it -> among(it.messages, ids)).orElse(Map.of());
  }

  /// They were stored just now, as they are here.
  static void stored(Collection<Message> messages) {
    ofTransaction().ifPresent(held -> messages.forEach(it -> held.messages.put(it.id(), it)));
  }

  /// Messages are not any more what they were.
  static void messagesChanged() {
    ofTransaction().ifPresent(it -> it.messages.clear());
  }

  /// What was locked since the savepoint is free again; what was locked before is not forgotten by
  /// the database, only here, and locked once more.
  @Override
  public void savepointRollback(Object savepoint) {
    held.clear();
    states.clear();
    messages.clear();
  }

  private static <K, V> Map<K, V> among(Map<K, V> known, Collection<K> keys) {
    var found = new LinkedHashMap<K, V>();
    for (var key : keys) {
      Optional.ofNullable(known.get(key)).ifPresent(it -> found.put(key, it));
    }
    return found;
  }

  private static Optional<Held> ofTransaction() {
    return TransactionSynchronizationManager.isSynchronizationActive()
        ? TransactionSynchronizationManager.getSynchronizations().stream()
            .filter(Held.class::isInstance)
            .map(Held.class::cast)
            .findFirst()
        : Optional.empty();
  }

  private static Held begun() {
    var held = new Held();
    TransactionSynchronizationManager.registerSynchronization(held);
    return held;
  }
}
