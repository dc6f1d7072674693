@NullMarked
package dev.relevo.bot.pace;

import org.jspecify.annotations.NullMarked;
