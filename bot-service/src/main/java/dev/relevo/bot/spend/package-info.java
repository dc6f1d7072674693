/// What models cost: money and calls are reserved before a call, settled after it and never go
/// beyond what was allowed; every call stays on record.
@ApplicationModule(
    allowedDependencies = {
      "workspace",
      "contact",
      "team",
      "conversation",
      "assistant",
      "database",
      "lane",
      "sql"
    })
@NullMarked
package dev.relevo.bot.spend;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
