@NullMarked
package dev.relevo.bot.trace;

import org.jspecify.annotations.NullMarked;
