/// What a killed service loses, doubles or disorders: nothing, and here is how to see it.
@NullMarked
package dev.relevo.eval.crash;

import org.jspecify.annotations.NullMarked;
