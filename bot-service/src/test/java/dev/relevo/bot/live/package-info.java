@NullMarked
package dev.relevo.bot.live;

import org.jspecify.annotations.NullMarked;
