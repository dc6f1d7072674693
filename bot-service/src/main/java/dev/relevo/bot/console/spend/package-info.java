@NullMarked
package dev.relevo.bot.console.spend;

import org.jspecify.annotations.NullMarked;
