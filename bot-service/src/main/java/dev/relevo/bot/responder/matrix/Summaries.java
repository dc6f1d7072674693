package dev.relevo.bot.responder.matrix;

import dev.relevo.bot.responder.LastWords;
import dev.relevo.crm.workspace.Language;

/// The one note for whoever takes over: why, and what the customer said last.
final class Summaries {

  private Summaries() {}

  static String asked(Language language, String words) {
    return switch (language) {
      case ES -> "El cliente pidió hablar con una persona." + LastWords.quoted(language, words);
      case EN -> "The customer asked to talk to a person." + LastWords.quoted(language, words);
      case PT -> "O cliente pediu para falar com uma pessoa." + LastWords.quoted(language, words);
    };
  }

  static String row(Language language, String row, String words) {
    return switch (language) {
      case ES -> "La fila " + row + " pasa a una persona." + LastWords.quoted(language, words);
      case EN -> "Row " + row + " hands over to a person." + LastWords.quoted(language, words);
      case PT -> "A linha " + row + " passa para uma pessoa." + LastWords.quoted(language, words);
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
}
