package dev.relevo.crm.workspace;

import java.time.Duration;

/// Bounds on what the bot does by itself; beyond them a person is asked in. They never drop a
/// customer's message.
///
/// @param turnsPerConversation bot turns in one conversation
/// @param repliesPerMinute bot replies to one contact in a minute
/// @param identicalTurns the same bot answer in a row
/// @param quickAnswers answers of a customer within a second of the bot's, in a row: another bot
/// @param sameWords the same words of a customer in a row
/// @param attempts tries of one turn
/// @param turnDeadline for thinking about one turn, in all its tries
/// @param staleAfter messages older than this on arrival are stored and not answered
public record Guards(
    int turnsPerConversation,
    int repliesPerMinute,
    int identicalTurns,
    int quickAnswers,
    int sameWords,
    int attempts,
    Duration turnDeadline,
    Duration staleAfter) {

  public static final Guards DEFAULT =
      new Guards(30, 20, 3, 10, 4, 3, Duration.ofSeconds(12), Duration.ofHours(24));
}
