/// Has the documents read in the background, one after the other.
@ApplicationModule(allowedDependencies = {"database", "lane", "document", "fetch"})
@NullMarked
package dev.relevo.bot.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
