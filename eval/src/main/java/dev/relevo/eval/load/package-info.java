/// How much it carries: everything durable, webhooks and sends included.
@NullMarked
package dev.relevo.eval.load;

import org.jspecify.annotations.NullMarked;
