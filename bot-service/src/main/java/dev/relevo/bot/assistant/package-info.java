/// The assistants of a workspace: which channels each answers, how it decides, how it speaks, what
/// it may do and how much it may cost.
@ApplicationModule(allowedDependencies = {"workspace", "contact", "team", "conversation", "sql"})
@NullMarked
package dev.relevo.bot.assistant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
