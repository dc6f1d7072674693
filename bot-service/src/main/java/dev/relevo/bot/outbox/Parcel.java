package dev.relevo.bot.outbox;

import dev.relevo.crm.contact.AddressId;
import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.MessageId;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// One message on its way to a provider.
///
/// @param rank 0 a person's, 1 the bot's and the product's
/// @param question the number in the ledger of what it answers; empty: it answers nothing
/// @param attempts so far
record Parcel(
    long id,
    WorkspaceId workspace,
    ContactId contact,
    int shard,
    MessageId message,
    ChannelId channel,
    AddressId address,
    int rank,
    OptionalLong epoch,
    OptionalLong question,
    State state,
    int attempts,
    Instant createdAt) {

  enum State {
    QUEUED,
    SENDING,
    UNKNOWN,
    SENT,
    DEAD,
    WITHDRAWN
  }

  private static final String REFERENCE = "relevo-";
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  /// Our name for it at the provider, the same at every attempt.
  String reference() {
    return REFERENCE + id;
  }

  /// Which parcel a provider speaks of; empty when the reference is not one of ours.
  static OptionalLong referred(String reference) {
    var digits = reference.startsWith(REFERENCE) ? reference.substring(REFERENCE.length()) : "";
    return NUMBER.matcher(digits).matches()
        ? OptionalLong.of(Long.parseLong(digits))
        : OptionalLong.empty();
  }
}
