package dev.relevo.bot.channel.whatsapp;

import dev.relevo.bot.channel.Channel;
import dev.relevo.bot.channel.ChannelSettings;
import dev.relevo.bot.channel.ChannelType;
import dev.relevo.crm.file.Files;
import dev.relevo.crm.workspace.Workspaces;
import org.springframework.stereotype.Component;

/// `whatsapp-cloud` in the settings.
@Component
final class WhatsAppType implements ChannelType {

  static final String NAME = "whatsapp-cloud";

  private final Files files;
  private final Workspaces workspaces;

  WhatsAppType(Files files, Workspaces workspaces) {
    this.files = files;
    this.workspaces = workspaces;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Channel open(ChannelSettings settings) {
    var read = WhatsAppSettings.of(settings);
    return new WhatsAppChannel(
        read,
        files::copy,
        (wording, language) -> workspaces.text(read.workspace(), wording, language),
        () -> workspaces.find(read.workspace()).language(),
        WhatsAppChannel.PATIENCE);
  }
}
