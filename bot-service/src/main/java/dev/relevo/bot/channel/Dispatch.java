package dev.relevo.bot.channel;

import dev.relevo.crm.contact.Address;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.MessageId;
import dev.relevo.crm.workspace.Language;
import java.util.Optional;

/// One thing to be delivered.
///
/// @param reference our own name for it (at most 100 characters), given to the provider where it
///   takes one
/// @param quotes the provider's id of the message it answers
/// @param language for words a channel must add (a menu's button)
public record Dispatch(
    MessageId message,
    Address to,
    Content content,
    String reference,
    Optional<String> quotes,
    Language language) {}
