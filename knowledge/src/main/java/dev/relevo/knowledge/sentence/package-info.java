/// One clear sentence for a person: kept by its key, said in their language.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.relevo.knowledge.sentence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
