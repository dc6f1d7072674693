/// The knowledge matrix: its rows, reading and writing them as files.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.relevo.knowledge.matrix;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
