package dev.relevo.crm.handoff;

import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.FloorHolder;
import dev.relevo.crm.team.MemberId;
import java.time.Instant;
import java.util.Optional;

/// One line of an inbox.
///
/// @param waitingSince set while the customer waits for a person
/// @param previewAuthor `CUSTOMER`, `BOT`, `PERSON`, …
public record InboxItem(
    ContactId contact,
    String title,
    String preview,
    String previewAuthor,
    Optional<Instant> lastMessageAt,
    int unread,
    FloorHolder floor,
    Optional<MemberId> assignee,
    Optional<Instant> waitingSince,
    boolean open,
    Optional<ChannelId> channel) {}
