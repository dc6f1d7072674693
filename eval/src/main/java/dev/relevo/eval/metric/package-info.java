/// One number from many outcomes, with the interval chance alone would give it.
@NullMarked
package dev.relevo.eval.metric;

import org.jspecify.annotations.NullMarked;
