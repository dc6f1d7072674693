@NullMarked
package dev.relevo.bot.llm;

import org.jspecify.annotations.NullMarked;
