package dev.relevo.bot.channel;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.relevo.bot.belt.Belt;
import dev.relevo.bot.lane.Leases;
import dev.relevo.crm.contact.Alias;
import dev.relevo.crm.contact.Sender;
import java.util.Comparator;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// An arrival on its way between two replicas, as JSON.
///
/// @param channel where it came in
record Enveloped(String channel, Arrival arrival) {

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "arrival")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Arrival.Message.class, name = "message"),
    @JsonSubTypes.Type(value = Arrival.Echo.class, name = "echo"),
    @JsonSubTypes.Type(value = Arrival.Receipt.class, name = "receipt"),
    @JsonSubTypes.Type(value = Arrival.AliasChanged.class, name = "alias"),
    @JsonSubTypes.Type(value = Arrival.Unsupported.class, name = "unsupported")
  })
  private interface Cases {}

  private static final JsonMapper JSON =
      JsonMapper.builder().addMixIn(Arrival.class, Cases.class).build();

  /// Its place on the belt; empty for what is only counted. What one person sends lies on one
  /// shard's part, so that it comes in that order.
  static Optional<Belt.Item> item(Channel channel, Arrival arrival) {
    return about(arrival)
        .map(it -> {
          var key = channel.id().value() + " " + it;
          return new Belt.Item(
              Math.floorMod(key.hashCode(), Leases.SHARDS),
              key,
              JSON.writeValueAsString(new Enveloped(channel.id().value(), arrival)));
        });
  }

  static Enveloped read(String text) {
    return JSON.readValue(text, Enveloped.class);
  }

  private static Optional<String> about(Arrival arrival) {
    return switch (arrival) {
      case Arrival.Message it -> Optional.of(name(it.sender()));
      case Arrival.Echo it -> Optional.of(name(it.to()));
      case Arrival.Receipt it -> Optional.of(it.externalId());
      // With what comes under the new name.
      case Arrival.AliasChanged it -> Optional.of(name(it.current()));
      case Arrival.Unsupported _ -> Optional.empty();
    };
  }

  /// The one of their names that calls are least likely to leave out.
  private static String name(Sender sender) {
    return sender.aliases().stream()
        .min(Comparator.comparing(Alias::kind).thenComparing(Alias::value))
        .map(Enveloped::name)
        .orElseThrow();
  }

  private static String name(Alias alias) {
    return alias.kind() + " " + alias.value();
  }
}
