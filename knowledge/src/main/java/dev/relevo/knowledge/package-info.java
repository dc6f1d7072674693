/// What the business knows: the knowledge matrix and the retriever over it.
@NullMarked
package dev.relevo.knowledge;

import org.jspecify.annotations.NullMarked;
