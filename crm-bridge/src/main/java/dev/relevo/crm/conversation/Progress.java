package dev.relevo.crm.conversation;

import java.time.Instant;
import java.util.Optional;

/// A message got further. A lower state than it has already changes nothing.
///
/// @param reason why it failed, in a sentence for the agent
/// @param externalId the provider's id, once known
public record Progress(
    MessageId message,
    MessageState state,
    Optional<String> reason,
    Optional<String> externalId,
    Instant at) {}
