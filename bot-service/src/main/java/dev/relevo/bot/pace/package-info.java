/// How often somebody may ask: buckets that fill with time, by key or by internet address.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.relevo.bot.pace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
