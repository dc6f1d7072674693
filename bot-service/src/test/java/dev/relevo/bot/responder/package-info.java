@NullMarked
package dev.relevo.bot.responder;

import org.jspecify.annotations.NullMarked;
