package dev.relevo.bot.access;

import dev.relevo.bot.browser.RunningApplication;
import dev.relevo.crm.team.Member;
import dev.relevo.crm.team.Members;
import dev.relevo.crm.team.Role;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.WorkspaceId;
import dev.relevo.crm.workspace.Workspaces;
import java.net.URI;

/// Invitations of the running application's first workspace.
final class Invited {

  private Invited() {}

  static WorkspaceId workspace() {
    return RunningApplication.shared().bean(Workspaces.class).first("Relevo").id();
  }

  static URI link(Role role) {
    return access().invite(owner(), role);
  }

  static Access access() {
    return RunningApplication.shared().bean(Access.class);
  }

  /// An owner, made when there is none yet.
  static SignedIn owner() {
    var members = RunningApplication.shared().bean(Members.class);
    return members.all(workspace()).stream()
        .filter(it -> it.role() == Role.OWNER)
        .findFirst()
        .map(SignedIn::as)
        .orElseGet(() -> SignedIn.as(make(members)));
  }

  private static Member make(Members members) {
    return members.add(
        workspace(), "owner" + System.nanoTime() + "@prueba.ec", "Dueña", Role.OWNER, Language.ES);
  }
}
