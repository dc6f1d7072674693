/// The one way to change contacts and conversations: sealed actions, applied with who asked and
/// why.
@ApplicationModule(
    allowedDependencies = {
      "sql",
      "workspace",
      "contact",
      "team",
      "conversation",
      "handoff",
      "file"
    })
@NullMarked
package dev.relevo.crm.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
