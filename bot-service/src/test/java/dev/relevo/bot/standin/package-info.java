/// What answers in place of a language model and of Dialogflow: real servers on this machine that
/// answer by a script, fail as told, and keep their own log of what they were asked.
@NullMarked
package dev.relevo.bot.standin;

import org.jspecify.annotations.NullMarked;
