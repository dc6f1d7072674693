/// How quickly questions that went wrong are grouped.
@NullMarked
package dev.relevo.eval.gap;

import org.jspecify.annotations.NullMarked;
