package dev.relevo.bot.responder.matrix;

import dev.relevo.bot.responder.Asking;
import dev.relevo.crm.conversation.Message;
import java.util.List;
import java.util.Optional;

/// A question with the rows to answer it from.
///
/// @param trained empty before anything was published
/// @param follows whether it may lean on what was said before
record Setting(Asking asking, Optional<Trained> trained, boolean follows) {

  List<Message> before() {
    return asking.before();
  }
}
