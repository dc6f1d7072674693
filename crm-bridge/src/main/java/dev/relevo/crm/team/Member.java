package dev.relevo.crm.team;

import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.WorkspaceId;

/// A person who serves a workspace.
///
/// @param present whether a console of theirs was seen lately and they have not set themselves away
public record Member(
    MemberId id,
    WorkspaceId workspace,
    String email,
    String name,
    Role role,
    Language language,
    boolean available,
    boolean present,
    boolean active) {}
