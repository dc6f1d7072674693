package dev.relevo.bot.channel;

import dev.relevo.crm.contact.ChannelId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The channels the settings name, in their order.
public class Channels {

  private final Map<ChannelId, Channel> channels = new LinkedHashMap<>();

  public Channels(Collection<? extends Channel> channels) {
    channels.forEach(channel -> this.channels.put(channel.id(), channel));
  }

  public Optional<Channel> find(ChannelId id) {
    return Optional.ofNullable(channels.get(id));
  }

  public List<Channel> all() {
    return List.copyOf(channels.values());
  }
}
