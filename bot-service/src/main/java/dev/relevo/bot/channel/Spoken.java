package dev.relevo.bot.channel;

import dev.relevo.crm.contact.Contacts.Arriving;
import dev.relevo.crm.contact.Resolved;
import dev.relevo.crm.contact.Sender;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Utterance;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Something said, by a customer or by the business's own phone.
record Spoken(
    LedgerKey key,
    Channel channel,
    Sender sender,
    Author author,
    Content content,
    Optional<Instant> at,
    Optional<String> quotes,
    Map<String, String> media,
    String raw) {

  /// Empty when the arrival says nothing.
  static Optional<Spoken> in(Channel channel, Arrival arrival) {
    return switch (arrival) {
      case Arrival.Message it ->
          Optional.of(
              new Spoken(
                  LedgerKey.of(channel, it.externalId()),
                  channel,
                  it.sender(),
                  Author.CUSTOMER,
                  it.content(),
                  it.at(),
                  it.quotes(),
                  it.media(),
                  it.raw()));
      case Arrival.Echo it ->
          Optional.of(
              new Spoken(
                  LedgerKey.of(channel, it.externalId()),
                  channel,
                  it.to(),
                  new Author.Echo(),
                  it.content(),
                  it.at(),
                  Optional.empty(),
                  it.media(),
                  it.raw()));
      case Arrival.Receipt _, Arrival.AliasChanged _, Arrival.Unsupported _ -> Optional.empty();
    };
  }

  Arriving arriving() {
    return new Arriving(key.workspace(), channel.id(), sender);
  }

  Utterance by(Resolved who) {
    return new Utterance(
        key.workspace(), who, channel.id(), author, content, key.externalId(), quotes, at);
  }
}
