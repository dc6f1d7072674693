@NullMarked
package dev.relevo.bot.operation;

import org.jspecify.annotations.NullMarked;
