/// What was learnt of a published version, kept beside it.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.relevo.knowledge.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
