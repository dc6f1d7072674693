/// The knowledge matrix: its rows, its versions, files in and out, a question to try, and how sure
/// the bot must be.
@NullMarked
package dev.relevo.bot.console.matrix;

import org.jspecify.annotations.NullMarked;
