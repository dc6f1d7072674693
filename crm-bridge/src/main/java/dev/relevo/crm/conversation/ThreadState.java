package dev.relevo.crm.conversation;

import dev.relevo.crm.contact.AddressId;
import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.team.MemberId;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Instant;
import java.util.Optional;

/// The state of a contact's thread: one row, one lock.
///
/// @param epoch rises with every change of the floor
/// @param conversation the open conversation
/// @param sequence the last number drawn; messages, comments and their changes take the next
/// @param waitingSince the customer's first message that nobody answered yet
/// @param misses the bot's misses in a row
/// @param channel where the customer wrote last
public record ThreadState(
    ContactId contact,
    WorkspaceId workspace,
    FloorHolder floor,
    long epoch,
    Instant floorSince,
    Optional<MemberId> assignee,
    Optional<ConversationId> conversation,
    long sequence,
    int unread,
    Optional<Instant> waitingSince,
    int misses,
    Optional<Instant> lastMessageAt,
    Optional<ChannelId> channel,
    Optional<AddressId> address) {

  /// Whether the bot may speak.
  public boolean botHasFloor() {
    return floor == FloorHolder.BOT;
  }

  public boolean isOpen() {
    return conversation.isPresent();
  }
}
