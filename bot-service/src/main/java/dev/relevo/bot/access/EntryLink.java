package dev.relevo.bot.access;

import dev.relevo.crm.team.MemberId;
import dev.relevo.crm.team.Role;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Instant;
import java.util.Optional;

/// A link that lets somebody in once.
///
/// @param role the newcomer's, or the member's own
/// @param member whose password is set anew; empty for newcomers
/// @param madeBy who asked for it; empty for the first owner's
public record EntryLink(
    long id,
    WorkspaceId workspace,
    Kind kind,
    Role role,
    Optional<MemberId> member,
    Optional<MemberId> madeBy,
    Instant createdAt,
    Instant expiresAt) {

  /// What the link is for.
  public enum Kind {
    /// The first owner of a workspace.
    OWNER,
    /// A newcomer.
    INVITE,
    /// A member who forgot the password.
    RESET
  }
}
