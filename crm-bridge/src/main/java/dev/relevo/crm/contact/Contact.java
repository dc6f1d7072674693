package dev.relevo.crm.contact;

import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A person who writes to the business.
///
/// @param name as the channel or an agent gave it; may be empty, then [#knownAs] helps
/// @param phone E.164 with `+`
/// @param fields custom fields by slug
/// @param subscribed false after STOP: no broadcasts, but answers still
/// @param tags sorted
public record Contact(
    ContactId id,
    WorkspaceId workspace,
    String name,
    Optional<String> phone,
    Optional<String> email,
    Optional<Language> language,
    boolean subscribed,
    boolean blocked,
    Map<String, String> fields,
    List<String> tags,
    List<Address> addresses,
    Instant createdAt) {

  public Contact {
    fields = Map.copyOf(fields);
    tags = List.copyOf(tags);
    addresses = List.copyOf(addresses);
  }

  /// What to call them in a list: the name, else phone or e-mail; empty when nothing is known.
  public Optional<String> knownAs() {
    return name.isBlank() ? phone.or(() -> email) : Optional.of(name);
  }
}
