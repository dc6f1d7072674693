package dev.relevo.bot.channel;

import dev.relevo.crm.contact.ChannelId;
import java.util.List;
import java.util.Optional;

/// The channels the settings name.
public class Channels {

  public Optional<Channel> find(ChannelId id) {
    throw new UnsupportedOperationException();
  }

  public List<Channel> all() {
    throw new UnsupportedOperationException();
  }
}
