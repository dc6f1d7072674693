/// Bad input, millions of times: what providers sign, files of a matrix, what pages of the web chat
/// send.
@NullMarked
package dev.relevo.eval.fuzz;

import org.jspecify.annotations.NullMarked;
