@NullMarked
package dev.relevo.bot.access;

import org.jspecify.annotations.NullMarked;
