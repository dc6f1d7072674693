package dev.relevo.bot.responder.matrix;

import dev.relevo.crm.workspace.Language;

/// The one note for whoever takes over: why, and what the customer said last.
final class Summaries {

  private static final int LONGEST = 300;

  private Summaries() {}

  static String asked(Language language, String words) {
    return switch (language) {
      case ES -> "El cliente pidió hablar con una persona." + last(language, words);
      case EN -> "The customer asked to talk to a person." + last(language, words);
      case PT -> "O cliente pediu para falar com uma pessoa." + last(language, words);
    };
  }

  static String row(Language language, String row, String words) {
    return switch (language) {
      case ES -> "La fila " + row + " pasa a una persona." + last(language, words);
      case EN -> "Row " + row + " hands over to a person." + last(language, words);
      case PT -> "A linha " + row + " passa para uma pessoa." + last(language, words);
    };
  }

  static String work(Language language, String what) {
    return switch (language) {
      case ES ->
          what.equals("order") ? "El cliente envió un pedido." : "El cliente envió un formulario.";
      case EN -> what.equals("order") ? "The customer sent an order." : "The customer sent a form.";
      case PT ->
          what.equals("order") ? "O cliente enviou um pedido." : "O cliente enviou um formulário.";
    };
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
