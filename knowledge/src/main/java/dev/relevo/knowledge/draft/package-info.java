/// The working copy of the matrix: editors change it row by row, every change is kept with its
/// author, and nobody overwrites what they have not seen.
@ApplicationModule(allowedDependencies = {"matrix"})
@NullMarked
package dev.relevo.knowledge.draft;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
