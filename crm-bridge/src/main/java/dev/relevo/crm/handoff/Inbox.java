package dev.relevo.crm.handoff;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.team.MemberId;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The threads as agents see them: Mine, Unassigned, All.
public class Inbox {

  /// Open conversations in each box, and how many customers wait for a person.
  public record Counts(int mine, int unassigned, int all, int waiting) {}

  /// A page of an inbox: those who wait for a person first, the longest wait on top; then the
  /// newest message first.
  public List<InboxItem> list(
      WorkspaceId workspace, InboxFilter filter, Optional<Instant> olderThan, int limit) {
    throw new UnsupportedOperationException();
  }

  /// One line, as [#list] would show it.
  public Optional<InboxItem> item(WorkspaceId workspace, ContactId contact) {
    throw new UnsupportedOperationException();
  }

  public Counts counts(WorkspaceId workspace, MemberId me) {
    throw new UnsupportedOperationException();
  }
}
