package dev.relevo.crm.conversation;

/// How much the bot has said by itself; what [dev.relevo.crm.workspace.Guards] bounds.
///
/// @param turns of the bot in the open conversation
/// @param repliesLastMinute messages of the bot in the last minute
public record BotPace(int turns, int repliesLastMinute) {}
