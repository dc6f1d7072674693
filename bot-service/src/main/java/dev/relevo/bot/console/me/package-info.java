/// The member themselves: name, language, presence, password.
@NullMarked
package dev.relevo.bot.console.me;

import org.jspecify.annotations.NullMarked;
