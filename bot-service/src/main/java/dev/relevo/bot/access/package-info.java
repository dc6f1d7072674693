/// Sign-in, roles, invitations, API keys: who may enter the console and the API.
@ApplicationModule(
    allowedDependencies = {
      "workspace",
      "audit",
      "team",
      "conversation",
      "database",
      "setting",
      "operation",
      "pace",
      "problem"
    })
@NullMarked
package dev.relevo.bot.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
