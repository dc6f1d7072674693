/// What became of single messages, told to a collector of traces where there is one.
@ApplicationModule(allowedDependencies = {"setting"})
@NullMarked
package dev.relevo.bot.trace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
