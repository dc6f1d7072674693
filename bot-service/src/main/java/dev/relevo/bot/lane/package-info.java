/// Who works on which lanes (one lane per contact): leased shards, and the loops that do the work.
@ApplicationModule(allowedDependencies = {"contact", "database"})
@NullMarked
package dev.relevo.bot.lane;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
