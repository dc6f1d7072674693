package dev.relevo.crm.conversation;

import dev.relevo.crm.contact.AddressId;
import dev.relevo.crm.contact.ChannelId;
import java.util.Optional;

/// Something we say, to be stored in the thread.
///
/// @param grounds for a bot's answer: where it came from
/// @param refusal set when it must not be sent (closed window, blocked contact): stored as failed
///   with this reason
public record Posting(
    Author author,
    ChannelId channel,
    AddressId address,
    Content content,
    Optional<Grounds> grounds,
    Optional<String> refusal) {}
