/// The tenant: its name, time zone, languages, switches and texts.
@ApplicationModule(allowedDependencies = {"sql"})
@NullMarked
package dev.relevo.crm.workspace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
