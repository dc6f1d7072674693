/// Mangled requests to the running application. What its readers make of bad input by themselves is
/// fuzzed in their own rooms, with `-Pfuzz`.
@NullMarked
package dev.relevo.eval.fuzz;

import org.jspecify.annotations.NullMarked;
