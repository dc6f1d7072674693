/// The one way to fetch what lies at an address somebody entered: only from the public internet, so
/// much, so long.
@ApplicationModule(allowedDependencies = {"sentence"})
@NullMarked
package dev.relevo.knowledge.fetch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
