@NullMarked
package dev.relevo.bot.assistant;

import org.jspecify.annotations.NullMarked;
