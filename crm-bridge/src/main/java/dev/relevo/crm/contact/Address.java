package dev.relevo.crm.contact;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A contact on one channel.
///
/// @param aliases the names under which the channel reaches them
/// @param lastInboundAt when they last wrote there; opens WhatsApp's 24-hour window
public record Address(
    AddressId id,
    ContactId contact,
    ChannelId channel,
    List<Alias> aliases,
    Optional<Instant> lastInboundAt) {

  public Address {
    aliases = List.copyOf(aliases);
  }

  /// The value of the alias of that kind.
  public Optional<String> alias(Alias.Kind kind) {
    return aliases.stream().filter(it -> it.kind() == kind).map(Alias::value).findFirst();
  }
}
