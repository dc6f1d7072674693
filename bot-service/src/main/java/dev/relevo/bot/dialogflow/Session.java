package dev.relevo.bot.dialogflow;

import dev.relevo.crm.workspace.WorkspaceId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;

/// A contact's conversation with an agent.
///
/// @param conversation 0 when none was open
/// @param number rises with every new session of the conversation
/// @param epoch of the floor when it began
/// @param engaged the agent waits for an answer of a form or a page
/// @param misses in a row
/// @param spent parameters that were carried out and are to be deleted with the next call
record Session(
    long conversation,
    int number,
    long epoch,
    boolean engaged,
    boolean ended,
    int misses,
    Set<String> spent,
    Instant usedAt) {

  private static final int LONGEST_ID = 36;

  Session {
    spent = Set.copyOf(spent);
  }

  static Session first(Question.Asker asker, Instant now) {
    return new Session(asker.place(), 1, asker.epoch(), false, false, 0, Set.of(), now);
  }

  /// This one, or the one that begins because it ended, the floor was away, time passed, or it is
  /// another conversation.
  Session goingOn(Question.Asker asker, Instant now, Duration ttl) {
    if (isOn(asker, now, ttl)) {
      return new Session(conversation, number, epoch, engaged, false, misses, spent, now);
    }
    var next = asker.place() == conversation ? number + 1 : 1;
    return new Session(asker.place(), next, asker.epoch(), false, false, 0, Set.of(), now);
  }

  boolean isOn(Question.Asker asker, Instant now, Duration ttl) {
    return !ended
        && asker.place() == conversation
        && asker.epoch() == epoch
        && now.isBefore(usedAt.plus(ttl));
  }

  Session after(Standing standing) {
    return new Session(
        conversation,
        number,
        epoch,
        standing.engaged(),
        standing.ended(),
        standing.missed() ? misses + 1 : 0,
        standing.spent(),
        usedAt);
  }

  /// Tells nothing of the contact.
  String id(WorkspaceId workspace, long contact) {
    var words = "%d|%d|%d|%d".formatted(workspace.value(), contact, conversation, number);
    try {
      var hash =
          MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, LONGEST_ID);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
