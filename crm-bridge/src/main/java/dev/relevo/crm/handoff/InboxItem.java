package dev.relevo.crm.handoff;

import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.FloorHolder;
import dev.relevo.crm.team.MemberId;
import java.time.Instant;
import java.util.Optional;

/// One line of an inbox.
///
/// @param knownAs name, else phone or e-mail of the contact; empty when nothing is known
/// @param waitingSince set while the customer waits for a person
/// @param previewAuthor `CUSTOMER`, `BOT`, `PERSON`, …
public record InboxItem(
    ContactId contact,
    Optional<String> knownAs,
    String preview,
    String previewAuthor,
    Optional<Instant> lastMessageAt,
    int unread,
    FloorHolder floor,
    Optional<MemberId> assignee,
    Optional<Instant> waitingSince,
    boolean open,
    Optional<ChannelId> channel) {}
