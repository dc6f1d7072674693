/// How a draft becomes the version the bot answers from: proposed, approved where the workspace
/// wants it, published at once or at a time; and back to an older version.
@ApplicationModule(allowedDependencies = {"matrix", "draft", "check"})
@NullMarked
package dev.relevo.knowledge.proposal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
