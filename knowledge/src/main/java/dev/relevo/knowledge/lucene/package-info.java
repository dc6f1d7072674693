/// The retriever in process, on Lucene.
@ApplicationModule(allowedDependencies = {"matrix", "retriever"})
@NullMarked
package dev.relevo.knowledge.lucene;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
