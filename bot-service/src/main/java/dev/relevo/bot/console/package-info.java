/// The web console: what people see and do. One hidden sub-package a page; here lies what all pages
/// share.
@ApplicationModule(
    allowedDependencies = {
      "workspace",
      "contact",
      "team",
      "file",
      "conversation",
      "handoff",
      "desk",
      "channel",
      "outbox",
      "assistant",
      "copilot",
      "llm",
      "spend",
      "dialogflow",
      "pace",
      "responder",
      "access",
      "audit",
      "review",
      "live",
      "setting",
      "matrix",
      "document",
      "suggestion",
      "sheet",
      "sentence",
      "fetch",
      "retriever",
      "model",
      "draft",
      "check",
      "proposal",
      "gap",
      "replay",
      "hindsight"
    })
@NullMarked
package dev.relevo.bot.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
