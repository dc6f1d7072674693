/// The Google sheet that the matrix is kept in step with: connecting it, how both stand, parting.
@NullMarked
package dev.relevo.bot.console.sheet;

import org.jspecify.annotations.NullMarked;
