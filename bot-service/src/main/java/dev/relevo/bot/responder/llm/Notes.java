package dev.relevo.bot.responder.llm;

import dev.relevo.bot.responder.LastWords;
import dev.relevo.crm.workspace.Language;

/// The note for whoever takes over from the model.
final class Notes {

  private Notes() {}

  /// @param reason `model` or `guard`
  static String handOff(Language language, String reason, String words) {
    var guard = reason.equals("guard");
    var note =
        switch (language) {
          case ES ->
              guard
                  ? "El asistente llegó al límite de lo que puede preguntar al modelo."
                  : "El asistente pidió que siga una persona.";
          case EN ->
              guard
                  ? "The assistant reached the limit of what it may ask the model."
                  : "The assistant asked for a person to go on.";
          case PT ->
              guard
                  ? "O assistente chegou ao limite do que pode perguntar ao modelo."
                  : "O assistente pediu que uma pessoa continue.";
        };
    return note + LastWords.quoted(language, words);
  }
}
