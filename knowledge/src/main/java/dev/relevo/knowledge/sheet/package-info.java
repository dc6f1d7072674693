/// The matrix in a Google sheet that a business keeps: read, written back with its colours, and
/// merged cell by cell where both sides changed it.
@ApplicationModule(allowedDependencies = {"sentence", "matrix"})
@NullMarked
package dev.relevo.knowledge.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
