@NullMarked
package dev.relevo.bot.fact;

import org.jspecify.annotations.NullMarked;
