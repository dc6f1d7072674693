/// How often somebody may ask, and until when something must have happened: buckets that fill with
/// time, by key or by internet address; deadlines, and alarms for what misses them.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.relevo.bot.pace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
