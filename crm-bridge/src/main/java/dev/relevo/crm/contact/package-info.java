/// People, their addresses on channels, fields, consent, tags; one contact however many names
/// providers have for them.
@ApplicationModule(allowedDependencies = {"sql", "workspace"})
@NullMarked
package dev.relevo.crm.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
