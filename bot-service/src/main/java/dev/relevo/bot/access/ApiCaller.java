package dev.relevo.bot.access;

import dev.relevo.crm.workspace.WorkspaceId;
import java.util.Set;
import org.springframework.security.core.AuthenticatedPrincipal;

/// Which program is calling, by its key; controllers of the API take it by
/// `@AuthenticationPrincipal`. Read anew at every request, so that a revoked key is out at once.
///
/// @param key the key's number
/// @param name what its owner calls it
public record ApiCaller(long key, WorkspaceId workspace, String name, Set<Scope> scopes)
    implements AuthenticatedPrincipal {

  public ApiCaller {
    scopes = Set.copyOf(scopes);
  }

  public boolean may(Scope scope) {
    return scopes.contains(scope);
  }

  @Override
  public String getName() {
    return "key " + key;
  }
}
