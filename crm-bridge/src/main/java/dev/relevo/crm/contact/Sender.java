package dev.relevo.crm.contact;

import dev.relevo.crm.workspace.Language;
import java.util.List;
import java.util.Optional;

/// Who wrote, as a channel knows them.
///
/// @param aliases at least one
/// @param name what the provider calls them
/// @param language what their client says it speaks
public record Sender(List<Alias> aliases, Optional<String> name, Optional<Language> language) {

  public Sender {
    aliases = List.copyOf(aliases);
    if (aliases.isEmpty()) {
      throw new IllegalArgumentException("a sender has at least one alias");
    }
  }
}
