/// A question in, the rows that answer it out: found, several close, or nothing; always with the
/// reason.
@ApplicationModule(allowedDependencies = {"embedding", "matrix"})
@NullMarked
package dev.relevo.knowledge.retriever;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
