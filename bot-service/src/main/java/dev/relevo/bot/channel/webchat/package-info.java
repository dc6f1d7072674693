/// The web chat: our own widget, and the protocol beneath it.
@NullMarked
package dev.relevo.bot.channel.webchat;

import org.jspecify.annotations.NullMarked;
