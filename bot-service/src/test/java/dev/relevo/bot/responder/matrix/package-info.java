@NullMarked
package dev.relevo.bot.responder.matrix;

import org.jspecify.annotations.NullMarked;
