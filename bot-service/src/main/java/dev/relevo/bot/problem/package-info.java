/// The error catalogue: one entry for each way a request can fail, with a page that explains it.
@ApplicationModule(allowedDependencies = {"workspace"})
@NullMarked
package dev.relevo.bot.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
