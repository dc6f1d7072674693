package dev.relevo.bot.outbox;

import dev.relevo.crm.contact.AddressId;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Grounds;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Something to say to a contact.
///
/// @param via which address; empty: where they wrote last
/// @param epoch the floor's epoch the bot holds: nothing is said once it changed, and what is not
///   sent yet is withdrawn; empty: never withdrawn
/// @param inbound the ledger's number of the message this answers
/// @param after said so long after now; what is said meanwhile goes first
public record Post(
    ContactId contact,
    Author author,
    List<Content> contents,
    Optional<AddressId> via,
    OptionalLong epoch,
    Optional<Grounds> grounds,
    OptionalLong inbound,
    Duration after) {

  public Post {
    contents = List.copyOf(contents);
    if (after.isNegative()) {
      throw new IllegalArgumentException("nothing is said in the past: " + after);
    }
  }

  /// Said now, and not in answer to a message.
  public Post(
      ContactId contact,
      Author author,
      List<Content> contents,
      Optional<AddressId> via,
      OptionalLong epoch,
      Optional<Grounds> grounds) {
    this(contact, author, contents, via, epoch, grounds, OptionalLong.empty(), Duration.ZERO);
  }

  boolean byPerson() {
    return author instanceof Author.Person;
  }
}
