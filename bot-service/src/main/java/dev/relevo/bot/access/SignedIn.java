package dev.relevo.bot.access;

import dev.relevo.crm.team.MemberId;
import dev.relevo.crm.team.Role;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.WorkspaceId;
import java.io.Serializable;

/// Who is signed in; controllers take it by `@AuthenticationPrincipal`.
public record SignedIn(
    long memberNumber, long workspaceNumber, String name, Role role, Language language)
    implements Serializable {

  public MemberId member() {
    return new MemberId(memberNumber);
  }

  public WorkspaceId workspace() {
    return new WorkspaceId(workspaceNumber);
  }
}
