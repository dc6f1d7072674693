/// Where the matrix fell short: questions that went wrong, and how its rows fare.
@NullMarked
package dev.relevo.bot.console.gap;

import org.jspecify.annotations.NullMarked;
