package dev.relevo.crm.conversation;

import dev.relevo.crm.contact.AddressId;
import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.contact.Resolved;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Instant;
import java.util.Optional;

/// Something that came in, to be heard.
///
/// @param who whose it is, as resolved in the transaction in which it is heard
/// @param author [Author.Customer], or [Author.Echo] for what the business wrote on its phone
/// @param externalId the provider's id of the message
/// @param quotes the provider's id of the message it answers
/// @param providerTime when the provider says it was written; shown, and opens the provider's
///   window, never used for order
public record Utterance(
    WorkspaceId workspace,
    Resolved who,
    ChannelId channel,
    Author author,
    Content content,
    String externalId,
    Optional<String> quotes,
    Optional<Instant> providerTime) {

  public ContactId contact() {
    return who.contact();
  }

  public AddressId address() {
    return who.address();
  }
}
