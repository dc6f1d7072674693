/// A version's schema and a little data, kept for the test that migrates it ever after.
@NullMarked
package dev.relevo.eval.keep;

import org.jspecify.annotations.NullMarked;
