/// What the machine allows at best: a bare program that does the same HTTP as the service, and
/// writes the same rows with the same grouping of commits, and nothing else.
@NullMarked
package dev.relevo.eval.floor;

import org.jspecify.annotations.NullMarked;
