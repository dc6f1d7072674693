/// What a draft would change: past questions asked again, and the questions that must lead to their
/// rows.
@NullMarked
package dev.relevo.bot.console.replay;

import org.jspecify.annotations.NullMarked;
