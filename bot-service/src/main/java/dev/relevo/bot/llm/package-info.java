/// The language model a workspace is connected to, asked one bounded, paid-for and recorded call at
/// a time. Knows nothing of what it is asked about.
@ApplicationModule(
    allowedDependencies = {
      "workspace",
      "contact",
      "team",
      "conversation",
      "assistant",
      "pace",
      "setting",
      "spend",
      "lane",
      "database",
      "fetch",
      "sql"
    })
@NullMarked
package dev.relevo.bot.llm;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
