/// What is wrong with a matrix before it is published, with a fix where there is one.
@ApplicationModule(allowedDependencies = {"matrix", "retriever", "sentence"})
@NullMarked
package dev.relevo.knowledge.check;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
