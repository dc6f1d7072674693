package dev.relevo.bot.turn;

import dev.relevo.bot.responder.LastWords;
import dev.relevo.crm.workspace.Language;

/// The one note for whoever takes over, when the turn itself hands over.
final class Notes {

  private Notes() {}

  /// So that nobody takes a model's words for a colleague's.
  static String summedUp(Language language, String summary) {
    return switch (language) {
      case ES -> "Resumen automático: " + summary;
      case EN -> "Automatic summary: " + summary;
      case PT -> "Resumo automático: " + summary;
    };
  }

  static String misses(Language language, String words) {
    return switch (language) {
      case ES ->
          "El bot no encontró respuesta dos veces seguidas." + LastWords.quoted(language, words);
      case EN -> "The bot found no answer twice in a row." + LastWords.quoted(language, words);
      case PT ->
          "O bot não encontrou resposta duas vezes seguidas." + LastWords.quoted(language, words);
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
    return why + told(language, detail) + ")." + LastWords.quoted(language, words);
  }

  /// What the guards and the thinking say, in people's words; anything else as it is.
  private static String told(Language language, String detail) {
    return switch (detail) {
      case "turns in one conversation" ->
          said(language, "demasiados turnos en una conversación", detail, "turnos demais");
      case "replies in a minute" ->
          said(
              language,
              "demasiadas respuestas en un minuto",
              detail,
              "respostas demais por minuto");
      case "the same answer again and again" ->
          said(language, "la misma respuesta una y otra vez", detail, "a mesma resposta repetida");
      case "the same words again and again" ->
          said(
              language,
              "las mismas palabras una y otra vez",
              detail,
              "as mesmas palavras repetidas");
      case "answers at once, again and again" ->
          said(
              language,
              "contesta al instante, como otro bot",
              detail,
              "responde na hora, como outro bot");
      case "deadline" -> said(language, "se acabó el tiempo", "no time was left", "o tempo acabou");
      case "database" ->
          said(
              language,
              "la base de datos no respondió",
              "the database did not answer",
              "o banco de dados não respondeu");
      default -> detail;
    };
  }

  private static String said(Language language, String spanish, String english, String portuguese) {
    return switch (language) {
      case ES -> spanish;
      case EN -> english;
      case PT -> portuguese;
    };
  }
}
