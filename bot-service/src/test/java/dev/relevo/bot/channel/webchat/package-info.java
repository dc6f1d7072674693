@NullMarked
package dev.relevo.bot.channel.webchat;

import org.jspecify.annotations.NullMarked;
