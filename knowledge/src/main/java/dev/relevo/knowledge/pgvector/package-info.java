/// Candidate rows from PostgreSQL with pgvector, one index for all machines; by meaning, so it
/// needs the dense tier.
@ApplicationModule(allowedDependencies = "retriever")
@NullMarked
package dev.relevo.knowledge.pgvector;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
