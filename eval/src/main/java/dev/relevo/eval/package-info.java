/// How good was it? The command line.
@NullMarked
package dev.relevo.eval;

import org.jspecify.annotations.NullMarked;
