package dev.relevo.crm.conversation;

import dev.relevo.crm.contact.Contacts;
import dev.relevo.crm.workspace.Workspaces;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/// Puts together what a responder may read.
@Component
class Reading {
  private final Threads threads;
  private final MessageTable messages;
  private final Contacts contacts;
  private final Workspaces workspaces;

  Reading(Threads threads, MessageTable messages, Contacts contacts, Workspaces workspaces) {
    this.threads = threads;
    this.messages = messages;
    this.contacts = contacts;
    this.workspaces = workspaces;
  }

  List<Transcript> transcripts(Collection<MessageId> ids, int before) {
    if (ids.isEmpty()) {
      return List.of();
    }
    var found = messages.find(ids);
    var who = found.values().stream().map(Message::contact).distinct().toList();
    var people = contacts.all(who);
    var states = threads.read(who);
    var earlier = messages.before(ids, before);
    var transcripts = new ArrayList<Transcript>();
    for (var id : ids) {
      var message = found.get(id);
      if (message == null) {
        continue;
      }
      var contact = people.get(message.contact());
      var thread = states.get(message.contact());
      if (contact == null || thread == null) {
        continue;
      }
      var language =
          contact.language().orElseGet(() -> workspaces.find(contact.workspace()).language());
      transcripts.add(
          new Transcript(contact, thread, message, earlier.getOrDefault(id, List.of()), language));
    }
    return transcripts;
  }
}
