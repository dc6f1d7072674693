/// Talks with the shipped bot, message by message: dialogues, attacks, and what the model costs.
@NullMarked
package dev.relevo.eval.talk;

import org.jspecify.annotations.NullMarked;
