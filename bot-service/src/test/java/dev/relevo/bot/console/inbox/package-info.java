@NullMarked
package dev.relevo.bot.console.inbox;

import org.jspecify.annotations.NullMarked;
