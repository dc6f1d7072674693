/// Agents of Dialogflow CX: which one a workspace is connected to, and one call at a time of a
/// contact's session with it, made once or never. Knows nothing of what the answer is for.
@ApplicationModule(
    allowedDependencies = {
      "workspace",
      "contact",
      "team",
      "conversation",
      "assistant",
      "pace",
      "lane",
      "database",
      "setting",
      "sql"
    })
@NullMarked
package dev.relevo.bot.dialogflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
