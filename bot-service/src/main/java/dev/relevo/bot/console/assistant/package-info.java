@NullMarked
package dev.relevo.bot.console.assistant;

import org.jspecify.annotations.NullMarked;
