/// Decides what to say and does nothing else: the chain of responders.
@ApplicationModule(
    allowedDependencies = {
      "workspace",
      "contact",
      "team",
      "file",
      "conversation",
      "desk",
      "assistant",
      "pace",
      "lane",
      "database",
      "setting",
      "matrix",
      "retriever",
      "embedding",
      "pgvector",
      "model",
      "draft",
      "proposal"
    })
@NullMarked
package dev.relevo.bot.responder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
