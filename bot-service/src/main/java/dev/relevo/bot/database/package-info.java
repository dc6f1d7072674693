/// The PostgreSQL the service runs on, embedded or external: started, entered under a role that
/// owns nothing, shared out among the kinds of work, stopped.
@ApplicationModule(allowedDependencies = {"setting", "operation"})
@NullMarked
package dev.relevo.bot.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
