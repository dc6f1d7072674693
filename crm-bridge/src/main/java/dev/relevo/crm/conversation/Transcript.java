package dev.relevo.crm.conversation;

import dev.relevo.crm.contact.Contact;
import dev.relevo.crm.workspace.Language;
import java.util.List;

/// What a responder may read: the message to answer, what was said before it, and to whom.
///
/// @param message the message to answer
/// @param before earlier messages since the bot got the floor, oldest first
/// @param language the one to answer in
public record Transcript(
    Contact contact, ThreadState thread, Message message, List<Message> before, Language language) {

  public Transcript {
    before = List.copyOf(before);
  }
}
