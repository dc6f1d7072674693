/// What was learnt of a draft or a published version: once, by whoever asks first, and kept beside
/// the version; and what a workspace wants of it.
@ApplicationModule(allowedDependencies = {"matrix", "retriever"})
@NullMarked
package dev.relevo.knowledge.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
