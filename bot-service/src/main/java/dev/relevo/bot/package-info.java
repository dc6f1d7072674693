/// The one application: what we say, and through which door.
@NullMarked
package dev.relevo.bot;

import org.jspecify.annotations.NullMarked;
