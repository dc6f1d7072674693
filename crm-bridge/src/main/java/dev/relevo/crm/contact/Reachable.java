package dev.relevo.crm.contact;

import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.WorkspaceId;
import java.util.Optional;

/// An address, with what must be known of its contact to write there.
///
/// @param language the contact's, where it is known
public record Reachable(
    WorkspaceId workspace, Address address, boolean blocked, Optional<Language> language) {}
