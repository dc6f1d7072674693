/// Whether another version can take the place of one that customers write to: an [Upgrade] replaces
/// the [Replicas] one by one.
@NullMarked
package dev.relevo.eval.upgrade;

import org.jspecify.annotations.NullMarked;
