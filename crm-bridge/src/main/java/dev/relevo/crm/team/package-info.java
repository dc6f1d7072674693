/// The people who serve: members, roles, presence.
@ApplicationModule(allowedDependencies = {"sql", "workspace"})
@NullMarked
package dev.relevo.crm.team;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
