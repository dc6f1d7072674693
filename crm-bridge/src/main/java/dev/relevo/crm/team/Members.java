package dev.relevo.crm.team;

import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.WorkspaceId;
import java.util.List;
import java.util.Optional;

/// The people who serve a workspace, and who of them is there now.
public class Members {

  public Optional<Member> find(WorkspaceId workspace, MemberId id) {
    throw new UnsupportedOperationException();
  }

  /// The active member with that e-mail, in whichever workspace.
  public Optional<Member> byEmail(String email) {
    throw new UnsupportedOperationException();
  }

  /// Active members by name.
  public List<Member> all(WorkspaceId workspace) {
    throw new UnsupportedOperationException();
  }

  /// Adds a member; throws [EmailTaken] when the e-mail is in use.
  public Member add(
      WorkspaceId workspace, String email, String name, Role role, Language language) {
    throw new UnsupportedOperationException();
  }

  public void rename(MemberId id, String name, Language language) {
    throw new UnsupportedOperationException();
  }

  public void changeRole(MemberId id, Role role) {
    throw new UnsupportedOperationException();
  }

  /// Ends a member's access; what they did stays.
  public void deactivate(MemberId id) {
    throw new UnsupportedOperationException();
  }

  /// A console of the member is open now; called at most every 20 seconds.
  public void seen(MemberId id) {
    throw new UnsupportedOperationException();
  }

  public void available(MemberId id, boolean available) {
    throw new UnsupportedOperationException();
  }

  /// Whether anybody could take a conversation now: available, and seen within the last minute.
  public boolean someoneIsThere(WorkspaceId workspace) {
    throw new UnsupportedOperationException();
  }
}
