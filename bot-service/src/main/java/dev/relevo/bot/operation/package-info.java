/// What the person who runs Relevo sees of it: the block at the start, health and metrics.
@ApplicationModule(allowedDependencies = {"setting"})
@NullMarked
package dev.relevo.bot.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
