/// The documents' page: what is read, how far, into which passages, and what a question finds.
@NullMarked
package dev.relevo.bot.console.document;

import org.jspecify.annotations.NullMarked;
