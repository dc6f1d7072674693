package dev.relevo.bot.outbox;

import dev.relevo.crm.contact.AddressId;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Grounds;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Something to say to a contact.
///
/// @param via which address; empty: where they wrote last
/// @param epoch the floor's epoch the bot holds: the words are withdrawn once it changed; empty:
///   never withdrawn
public record Post(
    ContactId contact,
    Author author,
    List<Content> contents,
    Optional<AddressId> via,
    OptionalLong epoch,
    Optional<Grounds> grounds) {

  public Post {
    contents = List.copyOf(contents);
  }
}
