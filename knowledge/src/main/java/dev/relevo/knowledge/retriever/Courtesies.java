package dev.relevo.knowledge.retriever;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Greetings, thanks and the like, which say nothing about the matter when they stand around it.
final class Courtesies {

  /// At least this much must remain, or the courtesy is the matter.
  private static final int MATTER = 2;

  private static final Map<String, List<List<String>>> OPENING =
      beginning(
          """
          hola, holi, ola, alo, buenas, buenos dias, buen dia, buenas tardes, buenas noches,
          muy buenas, muy buenos dias, muy buenas tardes, muy buenas noches, saludos, un saludo,
          cordial saludo, saludos cordiales, que mas, estimado, estimada, estimados, estimadas,
          amigo, amiga, amigos, senor, senora, senorita, disculpe, disculpa, disculpen, disculpame,
          perdon, perdone, oye, oiga, oigan, mira, mire, por favor, porfavor, porfa, porfis, xfa,
          una pregunta, una consulta, una duda,
          hi, hello, hey, heya, hiya, greetings, good morning, good afternoon, good evening,
          good day, dear, sir, madam, please, pls, plz, excuse me, pardon me, quick question,
          oi, oie, opa, e ai, bom dia, boa tarde, boa noite, por gentileza, desculpe, desculpa,
          com licenca, uma duvida, uma pergunta, prezado, prezada, prezados
          """);

  /// Courtesies unless a `BINDER` follows: `gracias por la ayuda` and `como esta mi pedido` are
  /// matters.
  private static final Map<String, List<List<String>>> OPENING_UNLESS_BOUND =
      beginning(
          """
          gracias, muchas gracias, mil gracias, gracias de antemano, de antemano, como estas,
          como esta, como estan, como le va, como te va, que tal, que tal estas,
          thanks, thank you, many thanks, thank you very much, how are you, how are you doing,
          obrigado, obrigada, muito obrigado, muito obrigada, tudo bem, tudo bom, como vai,
          como voce esta
          """);

  private static final Set<String> BINDERS =
      Set.of(
          "por", "a", "for", "to", "pelo", "pela", "pelos", "pelas", "que", "el", "la", "los",
          "las", "mi", "su", "o", "os", "as", "meu", "minha", "the", "my", "your", "con", "com",
          "with", "en", "in", "em", "si", "se", "if");

  private static final Map<String, List<List<String>>> CLOSING =
      ending(
          """
          gracias, muchas gracias, mil gracias, gracias de antemano, muchas gracias de antemano,
          de antemano gracias, por favor, porfavor, porfa, porfis, xfa, xfavor, saludos, un saludo,
          saludos cordiales, feliz dia, buen dia, feliz tarde, quedo atento, quedo atenta,
          buenos dias, buenas tardes, buenas noches,
          please, pls, plz, thanks, many thanks, thank you, thank you very much, thx,
          thanks in advance, thank you in advance, cheers, best regards, kind regards,
          por gentileza, obrigado, obrigada, muito obrigado, muito obrigada, obg, vlw, valeu,
          agradeco, agradeco desde ja, desde ja agradeco, abracos, atenciosamente, bom dia,
          boa tarde, boa noite
          """);

  private Courtesies() {}

  /// The text without courtesies at its ends, if at least two words remain.
  static String strip(String folded) {
    var words = List.of(folded.split(" ", -1));
    for (int ahead = leading(words); ahead > 0; ahead = leading(words)) {
      words = words.subList(ahead, words.size());
    }
    for (int behind = trailing(words); behind > 0; behind = trailing(words)) {
      words = words.subList(0, words.size() - behind);
    }
    return String.join(" ", words);
  }

  private static int leading(List<String> words) {
    int open = longest(OPENING, words);
    int unbound = longest(OPENING_UNLESS_BOUND, words);
    return unbound > 0 && BINDERS.contains(words.get(unbound)) ? open : Math.max(open, unbound);
  }

  private static int longest(Map<String, List<List<String>>> phrases, List<String> words) {
    for (var phrase : phrases.getOrDefault(words.getFirst(), List.of())) {
      int length = phrase.size();
      if (words.size() - length >= MATTER && words.subList(0, length).equals(phrase)) {
        return length;
      }
    }
    return 0;
  }

  private static int trailing(List<String> words) {
    for (var phrase : CLOSING.getOrDefault(words.getLast(), List.of())) {
      int rest = words.size() - phrase.size();
      if (rest >= MATTER && words.subList(rest, words.size()).equals(phrase)) {
        return phrase.size();
      }
    }
    return 0;
  }

  /// By their first word.
  private static Map<String, List<List<String>>> beginning(String listed) {
    return phrases(listed).stream().collect(Collectors.groupingBy(List::getFirst));
  }

  /// By their last word.
  private static Map<String, List<List<String>>> ending(String listed) {
    return phrases(listed).stream().collect(Collectors.groupingBy(List::getLast));
  }

  /// Longest first, so that `buenas tardes` goes before `buenas`.
  private static List<List<String>> phrases(String listed) {
    return Arrays.stream(listed.split(",", -1))
        .map(String::strip)
        .map(phrase -> List.of(phrase.split("\\s+", -1)))
        .sorted(Comparator.comparingInt((List<String> phrase) -> -phrase.size()))
        .toList();
  }
}
