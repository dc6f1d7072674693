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
<<<<<<< HEAD
      "llm",
=======
      "dialogflow",
>>>>>>> 039529ce7c0119ad8c0fed2b2c0c1ffb3030901e
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
