@NullMarked
package dev.relevo.bot.problem;

import org.jspecify.annotations.NullMarked;
