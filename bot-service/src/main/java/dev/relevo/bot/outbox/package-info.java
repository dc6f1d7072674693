/// What must still be sent, and the one way to say something.
@ApplicationModule(
    allowedDependencies = {
      "workspace",
      "contact",
      "team",
      "file",
      "conversation",
      "belt",
      "channel",
      "lane",
      "database",
      "setting",
      "trace"
    })
@NullMarked
package dev.relevo.bot.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
