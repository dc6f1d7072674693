/// What open pages must hear of at once: the journal as it grows, and what is only true for a
/// moment.
@ApplicationModule(
    allowedDependencies = {"workspace", "contact", "team", "conversation", "lane", "database"})
@NullMarked
package dev.relevo.bot.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
