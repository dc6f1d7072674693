package dev.relevo.crm.conversation;

import dev.relevo.crm.contact.AddressId;
import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.contact.ContactId;
import java.time.Instant;
import java.util.Optional;

/// A message of a thread.
///
/// @param sequence its place in the thread
/// @param revision the number of its last change, from the same sequence: a reader who knows
///   everything up to a revision asks for what is above it and misses nothing, neither new messages
///   nor changed ticks
public record Message(
    MessageId id,
    ContactId contact,
    Optional<ConversationId> conversation,
    long sequence,
    long revision,
    boolean inbound,
    Author author,
    ChannelId channel,
    AddressId address,
    Content content,
    Optional<String> quotes,
    MessageState state,
    Optional<String> reason,
    Optional<Grounds> grounds,
    Optional<String> externalId,
    Optional<Instant> providerTime,
    Instant at) {}
