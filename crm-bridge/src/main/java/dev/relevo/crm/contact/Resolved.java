package dev.relevo.crm.contact;

import dev.relevo.crm.workspace.Language;
import java.util.Optional;

/// Whose lane an arrival belongs to.
///
/// @param address the contact's address on the channel it came in on
/// @param created whether the contact is new
public record Resolved(
    ContactId contact,
    AddressId address,
    Optional<Language> language,
    boolean blocked,
    boolean created) {}
