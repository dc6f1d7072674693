@NullMarked
package dev.relevo.bot.turn;

import org.jspecify.annotations.NullMarked;
