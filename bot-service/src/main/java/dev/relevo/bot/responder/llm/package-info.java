/// Words rows and answers from rows and passages with a language model; what it says is checked
/// against what it was given before a customer sees it.
@NullMarked
package dev.relevo.bot.responder.llm;

import org.jspecify.annotations.NullMarked;
