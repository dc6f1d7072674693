@NullMarked
package dev.relevo.bot.audit;

import org.jspecify.annotations.NullMarked;
