package dev.relevo.crm.handoff;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.team.MemberId;
import java.time.Instant;
import java.util.Optional;

/// The bot gave the floor to a person.
///
/// @param reason `asked`, `row`, `misses`, `guard`, `failure`, …
/// @param summary one note for whoever takes over
public record Handoff(
    HandoffId id,
    ContactId contact,
    String reason,
    String summary,
    Instant openedAt,
    Optional<MemberId> takenBy) {}
