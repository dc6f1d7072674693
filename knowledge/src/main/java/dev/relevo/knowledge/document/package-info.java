/// What the business has written down elsewhere: files and web pages, read in the background into
/// passages with their headings, which a model may answer from with a citation.
@ApplicationModule(allowedDependencies = {"sentence", "fetch"})
@NullMarked
package dev.relevo.knowledge.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
