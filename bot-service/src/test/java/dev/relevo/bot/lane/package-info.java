@NullMarked
package dev.relevo.bot.lane;

import org.jspecify.annotations.NullMarked;
