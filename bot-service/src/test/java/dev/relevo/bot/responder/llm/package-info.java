@NullMarked
package dev.relevo.bot.responder.llm;

import org.jspecify.annotations.NullMarked;
