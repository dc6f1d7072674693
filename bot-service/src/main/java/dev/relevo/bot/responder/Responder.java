package dev.relevo.bot.responder;

import dev.relevo.crm.conversation.Transcript;

/// One way of deciding what to say. No side effects, no transaction; may take its time within the
/// turn's deadline.
public interface Responder {

  Outcome respond(Transcript transcript);
}
