/// What a draft would change: past questions asked of the draft and of the published version, and
/// the questions that must lead to their rows.
@ApplicationModule(allowedDependencies = {"matrix", "retriever", "gap"})
@NullMarked
package dev.relevo.knowledge.replay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
