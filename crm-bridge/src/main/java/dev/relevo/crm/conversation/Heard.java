package dev.relevo.crm.conversation;

/// A stored inbound message.
///
/// @param epoch the floor's epoch when it was heard
/// @param botHadFloor whether the bot had the floor then; if not, the bot never answers it
public record Heard(MessageId message, long sequence, long epoch, boolean botHadFloor) {}
