@NullMarked
package dev.relevo.bot.responder.dialogflow;

import org.jspecify.annotations.NullMarked;
