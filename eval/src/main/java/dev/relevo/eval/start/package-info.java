/// How long a start takes, and how much memory a started service holds.
@NullMarked
package dev.relevo.eval.start;

import org.jspecify.annotations.NullMarked;
