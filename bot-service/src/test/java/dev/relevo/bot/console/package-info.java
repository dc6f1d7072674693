@NullMarked
package dev.relevo.bot.console;

import org.jspecify.annotations.NullMarked;
