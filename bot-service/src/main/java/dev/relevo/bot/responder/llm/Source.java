package dev.relevo.bot.responder.llm;

import dev.relevo.bot.fact.Fact;
import dev.relevo.bot.fact.Facts;
import dev.relevo.crm.conversation.Grounds;
import java.util.List;

/// What a model may answer from.
///
/// @param id by which it is cited: `r:` and a row's id, `p:` and a passage's number
/// @param link what people open to see it; empty text for a row
record Source(String id, String title, String text, String link) {

  static final String ROW = "r:";
  static final String PASSAGE = "p:";

  Source cut(String shorter) {
    return new Source(id, title, shorter, link);
  }

  /// What it states.
  List<Fact> facts() {
    return Facts.of(title + "\n" + text);
  }

  Grounds.Citation citation() {
    return new Grounds.Citation(id, title, link);
  }
}
