package dev.relevo.bot.turn;

import dev.relevo.crm.workspace.Language;

/// The one note for whoever takes over, when the turn itself hands over.
final class Notes {

  private static final int LONGEST = 300;

  private Notes() {}

  static String misses(Language language, String words) {
    return switch (language) {
      case ES -> "El bot no encontró respuesta dos veces seguidas." + last(language, words);
      case EN -> "The bot found no answer twice in a row." + last(language, words);
      case PT -> "O bot não encontrou resposta duas vezes seguidas." + last(language, words);
    };
  }

  /// @param reason `guard` or `failure`
  static String handOff(Language language, String reason, String detail, String words) {
    var guard = reason.equals("guard");
    var why =
        switch (language) {
          case ES -> guard ? "El bot llegó a un límite (" : "El bot no pudo responder (";
          case EN -> guard ? "The bot reached a limit (" : "The bot could not answer (";
          case PT -> guard ? "O bot chegou a um limite (" : "O bot não conseguiu responder (";
        };
    return why + detail + ")." + last(language, words);
  }

  private static String last(Language language, String words) {
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
