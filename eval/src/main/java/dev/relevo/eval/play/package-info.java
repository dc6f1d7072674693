/// Customers who write over WhatsApp, each message answered by a row of its own, and what the
/// provider saw of it; and visitors of the web chat.
@NullMarked
package dev.relevo.eval.play;

import org.jspecify.annotations.NullMarked;
