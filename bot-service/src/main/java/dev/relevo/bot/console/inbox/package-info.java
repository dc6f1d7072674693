/// The inbox: the list, one thread, its contact, and everything done there.
@NullMarked
package dev.relevo.bot.console.inbox;

import org.jspecify.annotations.NullMarked;
