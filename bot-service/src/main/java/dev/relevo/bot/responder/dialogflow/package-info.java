/// Answers with an agent of Dialogflow CX: what it is told, and what its answer asks for.
@NullMarked
package dev.relevo.bot.responder.dialogflow;

import org.jspecify.annotations.NullMarked;
