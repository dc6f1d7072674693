package dev.relevo.bot.channel.webchat;

import dev.relevo.crm.workspace.Language;
import java.time.Instant;

/// A request by a visitor whose token was read.
///
/// @param address the internet address it came from, an IPv6 one by its network
/// @param expires until when the token holds
record Visiting(
    WebChatChannel channel, Visitor visitor, Language language, String address, Instant expires) {}
