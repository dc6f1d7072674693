package dev.relevo.crm.conversation;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.CourseTable.Numbered;
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
  private final CourseTable courses;
  private final MessageTable messages;
  private final Journal journal;
  private final TransactionTemplate transaction;

  Progressing(
      Threads threads,
      CourseTable courses,
      MessageTable messages,
      Journal journal,
      PlatformTransactionManager transactions) {
    this.threads = threads;
    this.courses = courses;
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
      var changed = new LinkedHashMap<MessageId, Course>();
      for (var step : progress) {
        var before = current.get(step.message());
        if (before == null) {
          continue;
        }
        var after = before.after(step);
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
  /// look and the lock, hence the second look; none is needed where the locks were held before the
  /// first.
  private Map<MessageId, Course> lock(Collection<MessageId> ids) {
    var locked = new HashSet<ContactId>();
    while (true) {
      var found = courses.find(ids);
      var contacts = new HashSet<>(found.values().stream().map(Course::contact).toList());
      if (locked.containsAll(contacts) || Held.contain(contacts)) {
        return new HashMap<>(found);
      }
      locked.addAll(contacts);
      threads.lock(contacts);
    }
  }

  private void store(Collection<Course> changed) {
    if (changed.isEmpty()) {
      return;
    }
    var counts = new LinkedHashMap<ContactId, Integer>();
    changed.forEach(it -> counts.merge(it.contact(), 1, Integer::sum));
    var next = new HashMap<ContactId, Long>();
    threads
        .draw(counts)
        .forEach((contact, last) -> next.put(contact, last - counts.getOrDefault(contact, 0)));
    var numbered = new ArrayList<Numbered>();
    for (var course : changed) {
      numbered.add(new Numbered(course, next.merge(course.contact(), 1L, Long::sum)));
    }
    courses.store(numbered);
    announce(changed);
  }

  private void announce(Collection<Course> changed) {
    journal.append(
        changed.stream()
            .map(it ->
                new Event(
                    it.workspace(),
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
}
