package dev.relevo.bot.responder.dialogflow;

import com.google.cloud.dialogflow.cx.v3.QueryResult;
import dev.relevo.bot.responder.LastWords;
import dev.relevo.crm.workspace.Language;
import java.util.stream.Collectors;

/// The one note for whoever takes over.
final class Summaries {

  private static final int LONGEST = 600;

  private Summaries() {}

  /// The agent's own words if it has any, what it learnt, and what the customer said last.
  static String handOff(Language language, Gathered.Call call, QueryResult result, String words) {
    var own = call.summary().isEmpty() ? call.reason() : call.summary();
    var said = own.isEmpty() ? asked(language) : own.strip() + (own.endsWith(".") ? "" : ".");
    return cut(said + learnt(language, result)) + LastWords.quoted(language, words);
  }

  static String misses(Language language, int misses, String words) {
    var said =
        switch (language) {
          case ES -> "El agente de Dialogflow no entendió %d veces seguidas.".formatted(misses);
          case EN -> "The Dialogflow agent did not understand %d times in a row.".formatted(misses);
          case PT -> "O agente do Dialogflow não entendeu %d vezes seguidas.".formatted(misses);
        };
    return said + LastWords.quoted(language, words);
  }

  private static String asked(Language language) {
    return switch (language) {
      case ES -> "El agente de Dialogflow pide una persona.";
      case EN -> "The Dialogflow agent asks for a person.";
      case PT -> "O agente do Dialogflow pede uma pessoa.";
    };
  }

  private static String learnt(Language language, QueryResult result) {
    var learnt =
        Given.of(result.getParameters()).members().entrySet().stream()
            .filter(it -> !Sent.NAMES.contains(it.getKey()) && !it.getKey().startsWith("RB_"))
            .filter(it -> !it.getValue().text().isEmpty())
            .map(it -> it.getKey() + ": " + it.getValue().text())
            .sorted()
            .collect(Collectors.joining("; "));
    if (learnt.isEmpty()) {
      return "";
    }
    return switch (language) {
          case ES -> " Datos: ";
          case EN -> " Data: ";
          case PT -> " Dados: ";
        }
        + learnt
        + ".";
  }

  private static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}
