package dev.relevo.bot.responder.llm;

import dev.relevo.bot.responder.Asking;
import dev.relevo.crm.workspace.Language;
import java.util.List;

/// Everything a request to the model is made of, before it is cut to its bound.
///
/// @param row whether the only source is a row that is to be worded
/// @param question the customer's words
/// @param language to be answered in
/// @param sources the best first
/// @param refused why the last proposal was not sent; empty text when there was none
record Material(
    Asking asking,
    boolean row,
    String question,
    Language language,
    List<Source> sources,
    String refused) {

  Material {
    sources = List.copyOf(sources);
  }

  Material again(List<Source> better, String why) {
    return new Material(asking, row, question, language, better, why);
  }

  /// With the better half of the sources.
  Material shorter() {
    return again(sources.subList(0, (sources.size() + 1) / 2), refused);
  }
}
