package dev.relevo.bot.responder;

import dev.relevo.crm.workspace.Language;

/// What the customer said last, quoted at the end of a note for whoever takes over.
public final class LastWords {

  private static final int LONGEST = 300;

  private LastWords() {}

  /// A sentence of its own, after a blank; nothing when there are no words.
  public static String quoted(Language language, String words) {
    if (words.isBlank()) {
      return "";
    }
    var said = words.strip().replaceAll("\\s+", " ");
    var quoted = said.length() > LONGEST ? said.substring(0, LONGEST) + "…" : said;
    return switch (language) {
      case ES -> " Último mensaje: «" + quoted + "»";
      case EN -> " Last message: “" + quoted + "”";
      case PT -> " Última mensagem: “" + quoted + "”";
    };
  }
}
