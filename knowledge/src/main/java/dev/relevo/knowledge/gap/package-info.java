/// Where the matrix fell short: what became of customers' questions, those that went wrong grouped
/// by likeness, and how each row fares.
@ApplicationModule(allowedDependencies = {"matrix", "retriever"})
@NullMarked
package dev.relevo.knowledge.gap;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
