/// Plays a dataset through the shipped code, repeatably.
@NullMarked
package dev.relevo.eval.run;

import org.jspecify.annotations.NullMarked;
