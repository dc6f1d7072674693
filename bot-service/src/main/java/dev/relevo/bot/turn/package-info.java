/// One inbound message and what we did about it; the only conductor.
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
      "lane",
      "live",
      "database",
      "assistant",
      "pace",
      "responder",
      "outbox",
      "setting",
      "spend",
      "trace"
    })
@NullMarked
package dev.relevo.bot.turn;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
