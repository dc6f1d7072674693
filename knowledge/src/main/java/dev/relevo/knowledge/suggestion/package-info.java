/// What others hold already (a Dialogflow agent, a page of frequent questions) as suggested rows,
/// with what was left out named.
@ApplicationModule(allowedDependencies = {"sentence", "fetch", "matrix"})
@NullMarked
package dev.relevo.knowledge.suggestion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
