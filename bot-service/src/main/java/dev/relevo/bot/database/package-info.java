/// The PostgreSQL the service runs on, embedded or external: started, entered under roles that own
/// nothing, shared out among the kinds of work and the workspaces, stopped.
@ApplicationModule(allowedDependencies = {"workspace", "setting", "operation"})
@NullMarked
package dev.relevo.bot.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
