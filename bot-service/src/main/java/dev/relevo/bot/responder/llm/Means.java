package dev.relevo.bot.responder.llm;

import dev.relevo.bot.llm.LanguageModel;
import dev.relevo.bot.responder.Lookup;
import dev.relevo.bot.responder.Typing;

/// What answering with a model takes.
///
/// @param lookup the matrix, for a question as it stands alone
record Means(LanguageModel model, Lookup lookup, Passages passages, Checks checks, Typing typing) {}
