@NullMarked
package dev.relevo.bot.outbox;

import org.jspecify.annotations.NullMarked;
