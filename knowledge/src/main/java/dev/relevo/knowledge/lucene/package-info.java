/// Candidate rows in process, from an inverted index of Lucene.
@ApplicationModule(allowedDependencies = "retriever")
@NullMarked
package dev.relevo.knowledge.lucene;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
