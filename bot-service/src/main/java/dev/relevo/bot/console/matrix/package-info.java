/// The knowledge matrix: its rows, its versions, files in and out, and a question to try.
@NullMarked
package dev.relevo.bot.console.matrix;

import org.jspecify.annotations.NullMarked;
