/// The words and the port every channel shares; Intake, the ledger of what came in.
@ApplicationModule(
    allowedDependencies = {
      "sql",
      "workspace",
      "contact",
      "team",
      "file",
      "conversation",
      "setting",
      "database",
      "lane",
      "belt",
      "live",
      "pace",
      "problem"
    })
@NullMarked
package dev.relevo.bot.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
