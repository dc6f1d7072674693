package dev.relevo.bot.turn;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.MessageId;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Duration;
import java.time.Instant;

/// One message to be answered.
///
/// @param id its number in the ledger
/// @param lane whose turn it is; one at a time
/// @param epoch of the floor when it was heard
/// @param attempts that failed so far
/// @param spent on thinking in these
record Turn(
    long id,
    WorkspaceId workspace,
    ContactId lane,
    int shard,
    MessageId message,
    long epoch,
    int attempts,
    Duration spent,
    Instant receivedAt) {

  static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  /// When it is tried again after one more failure: ever later, up to a minute.
  Instant again(Instant now) {
    return now.plusMillis(Math.min(LONGEST_WAIT.toMillis(), 250L << Math.min(attempts, 10)));
  }
}
