@NullMarked
package dev.relevo.bot.spend;

import org.jspecify.annotations.NullMarked;
