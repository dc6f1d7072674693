/// REST for partners' programs: rows, versions and files of the matrix, and a question to try.
@ApplicationModule(
    allowedDependencies = {
      "workspace",
      "conversation",
      "access",
      "audit",
      "review",
      "problem",
      "responder",
      "matrix",
      "draft",
      "check",
      "proposal",
      "embedding",
      "retriever"
    })
@NullMarked
package dev.relevo.bot.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
