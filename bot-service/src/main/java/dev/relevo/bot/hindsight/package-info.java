/// Looks back at what turns decided, outside the message path: reads the journal and tells the
/// knowledge what went wrong.
@ApplicationModule(
    allowedDependencies = {
      "workspace",
      "contact",
      "conversation",
      "responder",
      "lane",
      "database",
      "matrix",
      "draft",
      "retriever",
      "gap",
      "model",
      "replay"
    })
@NullMarked
package dev.relevo.bot.hindsight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
