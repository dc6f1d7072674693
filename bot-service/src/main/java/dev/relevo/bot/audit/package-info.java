/// The audit log: who did which act of weight, when, and from where. The database lets the service
/// add to it and read it, and nothing else.
@ApplicationModule(allowedDependencies = {"workspace", "team", "sql"})
@NullMarked
package dev.relevo.bot.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
