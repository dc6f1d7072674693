package dev.relevo.bot.console.inbox;

/// The small sign by which a channel's kind is known.
enum ChannelMark {
  WHATSAPP,
  WEBCHAT,
  OTHER;

  static ChannelMark of(String type) {
    if (type.startsWith("whatsapp")) {
      return WHATSAPP;
    }
    return "webchat".equals(type) ? WEBCHAT : OTHER;
  }
}
