/// What runs found, as a table for people and as JSON for programs.
@NullMarked
package dev.relevo.eval.scorecard;

import org.jspecify.annotations.NullMarked;
