/// What was learnt of a published version, kept beside it; and what a workspace wants of it.
@ApplicationModule(allowedDependencies = {"retriever"})
@NullMarked
package dev.relevo.knowledge.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
