package dev.relevo.crm.conversation;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.workspace.WorkspaceId;
import java.util.Optional;

/// A message on its way: how far it got, without what it says.
record Course(
    MessageId id,
    WorkspaceId workspace,
    ContactId contact,
    Optional<ConversationId> conversation,
    Author author,
    long sequence,
    MessageState state,
    Optional<String> reason,
    Optional<String> externalId) {

  /// After a step; the same when it does not lead on. The provider's first id for it stays.
  Course after(Progress step) {
    var moves = mayFollow(state, step.state());
    return new Course(
        id,
        workspace,
        contact,
        conversation,
        author,
        sequence,
        moves ? step.state() : state,
        moves ? step.reason() : reason,
        externalId.or(step::externalId));
  }

  /// The lattice: QUEUED < SENT < DELIVERED < READ; from the first three to FAILED, from the first
  /// to WITHDRAWN. Only a person's resend leads back, from FAILED to QUEUED.
  private static boolean mayFollow(MessageState from, MessageState to) {
    return switch (to) {
      case RECEIVED -> false;
      case QUEUED -> from == MessageState.FAILED;
      case SENT, DELIVERED, READ -> from.compareTo(to) < 0 && from != MessageState.RECEIVED;
      case FAILED ->
          from == MessageState.QUEUED
              || from == MessageState.SENT
              || from == MessageState.DELIVERED;
      case WITHDRAWN -> from == MessageState.QUEUED;
    };
  }
}
