/// Help for a person who answers: a reply drafted from what the workspace knows, their words worded
/// anew, a conversation summed up. What it makes is text for a person to read and change; it never
/// sends and never does anything. What people wrote is data to it.
@ApplicationModule(
    allowedDependencies = {
      "workspace",
      "contact",
      "team",
      "conversation",
      "assistant",
      "pace",
      "llm",
      "fact",
      "responder",
      "turn"
    })
@NullMarked
package dev.relevo.bot.copilot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
