/// Questions with the row that ought to answer them, beside the matrix they are asked of.
@NullMarked
package dev.relevo.eval.dataset;

import org.jspecify.annotations.NullMarked;
