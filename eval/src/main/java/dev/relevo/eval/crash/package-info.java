/// What the service loses, doubles or disorders when it is killed, cut off or has no room: nothing,
/// and here is how to see it. An [Act] is played on a [Scene]; one [Trouble] after the other comes
/// upon it; the [Tally] counts.
@NullMarked
package dev.relevo.eval.crash;

import org.jspecify.annotations.NullMarked;
