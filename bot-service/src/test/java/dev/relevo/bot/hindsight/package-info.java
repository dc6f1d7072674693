@NullMarked
package dev.relevo.bot.hindsight;

import org.jspecify.annotations.NullMarked;
