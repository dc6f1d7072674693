/// Who works on which lanes (one lane per contact): leased shards, and the loops and hands that do
/// the work.
@ApplicationModule(allowedDependencies = {"contact", "conversation", "database"})
@NullMarked
package dev.relevo.bot.lane;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
