package dev.relevo.bot.console;

import dev.relevo.crm.conversation.Grounds;

/// What a model's words are grounded in.
///
/// @param row empty for a passage
/// @param link where a passage stands; empty for a row, and where a browser may not be led
public record Cited(String row, String title, String link) {

  public static Cited of(Grounds.Citation citation) {
    var link = citation.link().matches("https?://\\S+") ? citation.link() : "";
    return new Cited(citation.row().orElse(""), citation.title(), link);
  }
}
