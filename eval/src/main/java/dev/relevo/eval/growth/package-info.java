/// What a turn costs when much was said before it.
@NullMarked
package dev.relevo.eval.growth;

import org.jspecify.annotations.NullMarked;
