package dev.relevo.bot.channel;

import dev.relevo.crm.contact.Alias;
import dev.relevo.crm.contact.Sender;
import dev.relevo.crm.conversation.Content;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// One thing a provider told us, translated.
public sealed interface Arrival {

  /// The provider's own JSON of it.
  String raw();

  /// A customer wrote.
  ///
  /// @param externalId the provider's id, the dedupe key
  /// @param quotes the provider's id of the message it answers
  /// @param media what must be fetched from the provider: its own words (`id`, `url`, `mime`,
  ///   `sha256`); empty when nothing
  record Message(
      String externalId,
      Sender sender,
      Content content,
      Optional<Instant> at,
      Optional<String> quotes,
      Map<String, String> media,
      String raw)
      implements Arrival {
    public Message {
      media = Map.copyOf(media);
    }
  }

  /// The business wrote on its own phone.
  ///
  /// @param media as in [Message]
  record Echo(
      String externalId,
      Sender to,
      Content content,
      Optional<Instant> at,
      Map<String, String> media,
      String raw)
      implements Arrival {
    public Echo {
      media = Map.copyOf(media);
    }
  }

  /// A message of ours got further.
  ///
  /// @param externalId the provider's id of our message
  /// @param callback our own reference, when the provider echoes it
  record Receipt(
      String externalId,
      Kind kind,
      Optional<String> callback,
      Optional<String> code,
      Optional<String> reason,
      Optional<Instant> at,
      String raw)
      implements Arrival {
    /// How far.
    public enum Kind {
      SENT,
      DELIVERED,
      READ,
      FAILED
    }
  }

  /// The provider knows a person under a new name.
  ///
  /// @param externalId names the change, so that a repeated one changes nothing
  record AliasChanged(String externalId, Alias previous, Alias current, String raw)
      implements Arrival {}

  /// Something else, kept or only counted.
  ///
  /// @param kind the provider's word for it
  record Unsupported(String kind, String raw) implements Arrival {}
}
