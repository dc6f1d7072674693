/// What was sent along: bytes, kept in the database.
@ApplicationModule(allowedDependencies = {"sql", "workspace", "contact"})
@NullMarked
package dev.relevo.crm.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
