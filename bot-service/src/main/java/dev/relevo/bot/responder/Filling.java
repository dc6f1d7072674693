package dev.relevo.bot.responder;

import dev.relevo.crm.contact.Contact;
import dev.relevo.crm.contact.Contacts;
import dev.relevo.crm.contact.Field;
import dev.relevo.crm.conversation.ThreadState;
import dev.relevo.crm.desk.Variables;
import dev.relevo.crm.team.Members;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.Workspaces;
import java.time.Clock;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Fills `$contact.firstname` and the like into an answer. Most answers have none, and then nothing
/// is looked up.
@Component
public class Filling {

  private final Contacts contacts;
  private final Members members;
  private final Workspaces workspaces;
  private final Clock clock;

  Filling(Contacts contacts, Members members, Workspaces workspaces, Clock clock) {
    this.contacts = contacts;
    this.members = members;
    this.workspaces = workspaces;
    this.clock = clock;
  }

  /// The text as this contact is to read it.
  public String fill(String text, Contact contact, ThreadState thread, Language language) {
    if (text.indexOf('$') < 0) {
      return text;
    }
    var workspace = workspaces.find(contact.workspace());
    return new Variables(
            contact,
            thread.assignee().flatMap(it -> members.find(workspace.id(), it)),
            contacts.fields(workspace.id()).stream().map(Field::slug).collect(Collectors.toSet()),
            workspace.zone(),
            language,
            clock.instant())
        .render(text);
  }
}
