/// Text to vector: what two texts mean alike, whatever their words.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.relevo.knowledge.embedding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
