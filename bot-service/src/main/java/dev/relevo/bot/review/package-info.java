/// Looks through a draft before it is published: what is wrong in it, and whether its test
/// questions still lead where they must.
@ApplicationModule(
    allowedDependencies = {
      "workspace",
      "matrix",
      "draft",
      "check",
      "model",
      "replay",
      "retriever",
      "fetch",
      "sentence"
    })
@NullMarked
package dev.relevo.bot.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
