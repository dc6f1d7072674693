package dev.relevo.crm.conversation;

import dev.relevo.crm.contact.ContactId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Moves messages along the lattice of their states, and changes their content.
@Component
class Progressing {
  private final Threads threads;
  private final MessageTable messages;
  private final Journal journal;
  private final TransactionTemplate transaction;

  Progressing(
      Threads threads,
      MessageTable messages,
      Journal journal,
      PlatformTransactionManager transactions) {
    this.threads = threads;
    this.messages = messages;
    this.journal = journal;
    this.transaction = new TransactionTemplate(transactions);
  }

  void progress(Collection<Progress> progress) {
    if (progress.isEmpty()) {
      return;
    }
    transaction.executeWithoutResult(status -> {
      var current = lock(progress.stream().map(Progress::message).distinct().toList());
      var changed = new LinkedHashMap<MessageId, Message>();
      for (var step : progress) {
        var before = current.get(step.message());
        if (before == null) {
          continue;
        }
        var after = step(before, step);
        if (!after.equals(before)) {
          current.put(step.message(), after);
          changed.put(step.message(), after);
        }
      }
      store(changed.values());
    });
  }

  void replace(MessageId id, Content content) {
    transaction.executeWithoutResult(status ->
        lock(List.of(id))
            .values()
            .forEach(it -> {
              messages.replace(id, content, threads.draw(it.contact()));
              announce(List.of(it));
            }));
  }

  /// The messages, with their threads locked. A merge may move one to another thread between the
  /// look and the lock, hence the second look.
  private Map<MessageId, Message> lock(Collection<MessageId> ids) {
    var locked = new HashSet<ContactId>();
    while (true) {
      var found = messages.find(ids);
      var contacts = new HashSet<>(found.values().stream().map(Message::contact).toList());
      if (locked.containsAll(contacts)) {
        return new HashMap<>(found);
      }
      locked.addAll(contacts);
      threads.lock(contacts);
    }
  }

  private void store(Collection<Message> changed) {
    if (changed.isEmpty()) {
      return;
    }
    var counts = new LinkedHashMap<ContactId, Integer>();
    changed.forEach(it -> counts.merge(it.contact(), 1, Integer::sum));
    var next = new HashMap<ContactId, Long>();
    threads
        .draw(counts)
        .forEach((contact, last) -> next.put(contact, last - counts.getOrDefault(contact, 0)));
    var numbered = new ArrayList<Message>();
    for (var message : changed) {
      var revision = next.merge(message.contact(), 1L, Long::sum);
      numbered.add(withRevision(message, revision));
    }
    messages.store(numbered);
    announce(numbered);
  }

  private void announce(Collection<Message> changed) {
    var workspaces = threads.read(changed.stream().map(Message::contact).distinct().toList());
    journal.append(
        changed.stream()
            .map(it ->
                new Event(
                    Optional.ofNullable(workspaces.get(it.contact())).orElseThrow().workspace(),
                    Optional.of(it.contact()),
                    it.conversation(),
                    "message.changed",
                    it.author(),
                    Map.of(
                        "message", Long.toString(it.id().value()),
                        "sequence", Long.toString(it.sequence()),
                        "state", it.state().name())))
            .toList());
  }

  private static Message step(Message message, Progress step) {
    var moves = mayFollow(message.state(), step.state());
    var state = moves ? step.state() : message.state();
    var reason = moves ? step.reason() : message.reason();
    return new Message(
        message.id(),
        message.contact(),
        message.conversation(),
        message.sequence(),
        message.revision(),
        message.inbound(),
        message.author(),
        message.channel(),
        message.address(),
        message.content(),
        message.quotes(),
        state,
        reason,
        message.grounds(),
        message.externalId().or(step::externalId),
        message.providerTime(),
        message.at());
  }

  private static Message withRevision(Message message, long revision) {
    return new Message(
        message.id(),
        message.contact(),
        message.conversation(),
        message.sequence(),
        revision,
        message.inbound(),
        message.author(),
        message.channel(),
        message.address(),
        message.content(),
        message.quotes(),
        message.state(),
        message.reason(),
        message.grounds(),
        message.externalId(),
        message.providerTime(),
        message.at());
  }

  /// The lattice: QUEUED < SENT < DELIVERED < READ; from the first three to FAILED, from the first
  /// to WITHDRAWN. Only a person's resend leads back, from FAILED to QUEUED.
  private static boolean mayFollow(MessageState from, MessageState to) {
    return switch (to) {
      case RECEIVED -> false;
      case QUEUED -> from == MessageState.FAILED;
      case SENT, DELIVERED, READ -> from.compareTo(to) < 0 && from != MessageState.RECEIVED;
      case FAILED ->
          from == MessageState.QUEUED
              || from == MessageState.SENT
              || from == MessageState.DELIVERED;
      case WITHDRAWN -> from == MessageState.QUEUED;
    };
  }
}
