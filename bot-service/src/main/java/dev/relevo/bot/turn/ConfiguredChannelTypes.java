package dev.relevo.bot.turn;

import dev.relevo.bot.channel.Channel;
import dev.relevo.bot.channel.Channels;
import dev.relevo.bot.responder.Responders;
import dev.relevo.crm.contact.ChannelId;
import org.springframework.stereotype.Component;

/// Tells responders, which know no channels, what sort one is.
@Component
final class ConfiguredChannelTypes implements Responders.ChannelTypes {

  private final Channels channels;

  ConfiguredChannelTypes(Channels channels) {
    this.channels = channels;
  }

  @Override
  public String type(ChannelId channel) {
    return channels.find(channel).map(Channel::type).orElse("");
  }
}
