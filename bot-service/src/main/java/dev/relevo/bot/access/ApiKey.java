package dev.relevo.bot.access;

import dev.relevo.crm.team.MemberId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// A key by which a program uses the API, without its secret.
///
/// @param name what its owner calls it, 1 to 80 characters
/// @param hint the secret's first characters
/// @param lastUsedAt to the minute; empty while nobody used it
public record ApiKey(
    long id,
    String name,
    String hint,
    Set<Scope> scopes,
    MemberId madeBy,
    Instant madeAt,
    Optional<Instant> lastUsedAt) {

  public ApiKey {
    scopes = Set.copyOf(scopes);
  }
}
