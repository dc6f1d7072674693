package dev.relevo.bot.responder;

import dev.relevo.crm.workspace.Language;

/// The note for whoever takes over, when no responder was asked.
final class Notes {

  private Notes() {}

  static String away(Language language, String why, String words) {
    var off = why.equals("assistant off");
    var note =
        switch (language) {
          case ES -> off ? "El asistente está apagado." : "A esta hora atiende una persona.";
          case EN -> off ? "The assistant is switched off." : "At this hour a person answers.";
          case PT -> off ? "O assistente está desligado." : "A esta hora uma pessoa atende.";
        };
    return note + LastWords.quoted(language, words);
  }
}
