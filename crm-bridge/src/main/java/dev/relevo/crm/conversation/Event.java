package dev.relevo.crm.conversation;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.workspace.WorkspaceId;
import java.util.Map;
import java.util.Optional;

/// Something that became true, in the past tense. Written in the transaction that made it true.
///
/// @param kind `message.received`, `message.sent`, `message.changed`, `conversation.opened`,
///   `conversation.closed`, `floor.taken`, `floor.given`, `assignee.changed`, `comment.created`,
///   `tag.added`, `tag.removed`, `field.changed`, `contact.created`, `contact.merged`,
///   `contact.separated`, `contact.erased`, `contact.subscribed`, `contact.unsubscribed`,
///   `contact.blocked`, `contact.unblocked`, `alias.changed`, `members.notified`, `message.read`,
///   `handoff.opened`, `handoff.taken`, `handoff.ended`, …
/// @param data small, plain values; never message text, phone numbers or e-mails. What the bot says
///   and does in answer to a message names it as `answers`
public record Event(
    WorkspaceId workspace,
    Optional<ContactId> contact,
    Optional<ConversationId> conversation,
    String kind,
    Author actor,
    Map<String, String> data) {

  public Event {
    data = Map.copyOf(data);
  }
}
