package dev.relevo.bot.responder.llm;

import dev.relevo.crm.workspace.Language;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which language a text is in, by its small words and letters.
final class Tongue {

  private static final Map<Language, Set<String>> WORDS =
      Map.of(
          Language.ES,
          words(
              """
              el los las y en una con su sus es lo le les más pero del al qué cuál cuánto cuánta cuántos
              dónde cuándo cómo hola gracias usted ustedes tiene tienen puede hay muy sí nuestro nuestra
              desde hasta quiero necesito también sobre son mi eso esto cuesta buenos buenas días está
              hacen aceptan tienen quisiera si ya nos la dar pueden
              """),
          Language.EN,
          words(
              """
              the and is are you your to of in for with we our how what when where can does it this
              that have hello hi thanks please i my not from be will much do at or there an
              """),
          Language.PT,
          words(
              """
              o os um uma em com não é ao do da dos das na no seu sua você vocês obrigado obrigada olá
              também são mas mais pelo pela quanto onde quero tem pode até isso muito qual custa meu minha
              vocês gostaria preço nos
              """));

  private Tongue() {}

  /// Empty where that is not clear.
  static Optional<Language> of(String text) {
    var words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}]+", -1);
    var best = Optional.<Language>empty();
    var most = 0;
    var second = 0;
    for (var language : Language.values()) {
      var points = points(language, words, text);
      if (points > most) {
        second = most;
        most = points;
        best = Optional.of(language);
      } else {
        second = Math.max(second, points);
      }
    }
    return most >= 2 && most > second ? best : Optional.empty();
  }

  private static int points(Language language, String[] words, String text) {
    var known = WORDS.getOrDefault(language, Set.of());
    var points = (int) Arrays.stream(words).filter(known::contains).count();
    return points
        + switch (language) {
          case ES -> marks(text, "ñ¿¡");
          case EN -> 0;
          case PT -> marks(text, "ãõç");
        };
  }

  private static int marks(String text, String letters) {
    return text.toLowerCase(Locale.ROOT).chars().anyMatch(it -> letters.indexOf(it) >= 0) ? 2 : 0;
  }

  private static Set<String> words(String text) {
    return Set.copyOf(Arrays.asList(text.strip().split("\\s+")));
  }
}
