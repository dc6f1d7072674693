/// What was sent along: bytes, kept in the database.
@ApplicationModule(allowedDependencies = {"workspace", "contact"})
@NullMarked
package dev.relevo.crm.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
