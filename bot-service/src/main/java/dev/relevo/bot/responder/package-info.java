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
      "dialogflow",
      "fact",
      "llm",
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
      "document",
      "proposal"
    })
@NullMarked
package dev.relevo.bot.responder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
