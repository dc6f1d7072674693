package dev.relevo.bot.access;

import dev.relevo.crm.team.Member;
import dev.relevo.crm.team.MemberId;
import dev.relevo.crm.team.Role;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.WorkspaceId;
import java.io.Serializable;
import org.springframework.security.core.AuthenticatedPrincipal;

/// Who is signed in; controllers take it by `@AuthenticationPrincipal`. Read anew from the team at
/// every request, so that a changed role or an ended membership holds at once.
public record SignedIn(
    long memberNumber, long workspaceNumber, String name, Role role, Language language)
    implements AuthenticatedPrincipal, Serializable {

  static SignedIn as(Member member) {
    return new SignedIn(
        member.id().value(),
        member.workspace().value(),
        member.name(),
        member.role(),
        member.language());
  }

  public MemberId member() {
    return new MemberId(memberNumber);
  }

  public WorkspaceId workspace() {
    return new WorkspaceId(workspaceNumber);
  }

  /// Whether their role includes the other.
  public boolean may(Role needed) {
    return role.includes(needed);
  }

  /// The name under which sessions are found again: the member's number, not a name of a person.
  @Override
  public String getName() {
    return Long.toString(memberNumber);
  }
}
