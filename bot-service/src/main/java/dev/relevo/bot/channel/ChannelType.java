package dev.relevo.bot.channel;

/// A sort of channel the settings can name. Each provider's room has one.
public interface ChannelType {

  /// The word in `relevo.channels[n].type`.
  String name();

  /// Opens a channel of this sort.
  ///
  /// @throws dev.relevo.bot.setting.CannotStart when a setting is missing or wrong
  Channel open(ChannelSettings settings);
}
