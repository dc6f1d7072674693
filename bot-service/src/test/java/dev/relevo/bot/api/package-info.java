@NullMarked
package dev.relevo.bot.api;

import org.jspecify.annotations.NullMarked;
