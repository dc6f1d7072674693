package dev.relevo.bot.live;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.team.MemberId;
import dev.relevo.crm.workspace.WorkspaceId;

/// Something that is only true for a moment: told to whoever listens on any replica, never stored,
/// gone after a restart, and sometimes lost.
public sealed interface Signal {

  WorkspaceId workspace();

  ContactId contact();

  /// Somebody types in the thread, or stopped. To be said again every few seconds: a page that
  /// hears nothing more takes it back by itself.
  record Typing(WorkspaceId workspace, ContactId contact, Author who, boolean on)
      implements Signal {}

  /// A member has the thread before them, or left it. To be said again within [Live#LOOKS_FOR].
  record Looking(WorkspaceId workspace, ContactId contact, MemberId member, boolean here)
      implements Signal {}
}
