/// What the business has elsewhere: its documents, read in the background one after the other; its
/// pages, read when somebody asks; its Google sheet, kept in step with the draft.
@ApplicationModule(
    allowedDependencies = {
      "database",
      "lane",
      "setting",
      "workspace",
      "document",
      "fetch",
      "suggestion",
      "draft",
      "sheet"
    })
@NullMarked
package dev.relevo.bot.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
