/// What the business has elsewhere: its documents, read in the background one after the other; its
/// pages and sheets, read when somebody asks.
@ApplicationModule(
    allowedDependencies = {
      "database",
      "lane",
      "setting",
      "document",
      "fetch",
      "suggestion",
      "sheet"
    })
@NullMarked
package dev.relevo.bot.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
